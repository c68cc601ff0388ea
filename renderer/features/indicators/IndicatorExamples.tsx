import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconTargetArrow } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { describeIndicator } from '../../../shared/text/definition';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { EmptyState } from '../../ui/EmptyState';
import classes from './indicators.module.css';
import { suggestIndicators } from './suggest-indicators';

/** Teaches what an indicator is with the questions of this very project. */
export function IndicatorExamples() {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const variables = useVariables();
  const [, navigate] = useLocation();
  const words = indicators.empty;
  const examples = suggestIndicators(variables.all, locale);
  if (variables.all.length === 0) {
    return (
      <EmptyState
        icon={IconTargetArrow}
        title={words.title}
        actions={
          <Button component={Link} href="/mediciones/importar">
            {words.import}
          </Button>
        }
      >
        <p>{words.text}</p>
        <p>{words.withoutData}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <EmptyState
        icon={IconTargetArrow}
        title={words.title}
        actions={
          <Button component={Link} href="/indicadores/nuevo">
            {indicators.create}
          </Button>
        }
      >
        {words.text}
      </EmptyState>
      {examples.length > 0 && (
        <section className={classes.examples}>
          <h2 className={classes.stepTitle}>{words.examples}</h2>
          <p className={classes.hint}>{words.examplesHelp}</p>
          <ul>
            {examples.map((example, index) => (
              <li key={example.measure.kind}>
                <UnstyledButton
                  className={classes.example}
                  onClick={() => navigate(`/indicadores/nuevo/${index}`)}
                >
                  <span>
                    <strong>{example.name}</strong>
                    <span className={classes.hint}>
                      {describeIndicator(example, (id) => variables.byId.get(id), locale)}
                    </span>
                  </span>
                  <IconArrowRight size={18} aria-hidden />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

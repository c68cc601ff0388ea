import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MethodOutput } from '../../../shared/contract';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import type { StepProps } from './TemplateSteps';
import classes from './templates.module.css';
import { useReasonWords } from './use-reason-words';

/** Makes the report from the outline and opens it; what had to be left out is told with its reason. */
export function ReportStep({ practiceId, status, described }: StepProps) {
  const { templates } = useTexts();
  const text = templates.report;
  const { locale } = useLocale();
  const say = useDoneToast();
  const preparing = useCommand('template.prepare');
  const [omitted, setOmitted] = useState<Omitted>([]);
  const hasData = status.instruments.some(({ waves }) => waves.length > 0);
  const number = (value: number) => formatNumber(value, 0, locale);
  async function prepare(): Promise<void> {
    const done = await preparing.run({ practiceId });
    if (!done) return;
    setOmitted(done.omitted);
    const kept = done.items.filter(({ outcome }) => outcome === 'kept').length;
    say(text.prepared(number(done.items.length - kept), number(kept)));
  }
  if (!hasData) return <Text c="dimmed">{text.nothingYet}</Text>;
  return (
    <>
      <Text className={classes.lead}>{text.text}</Text>
      <div className={classes.buttons}>
        <Button
          variant={status.reportId ? 'default' : 'filled'}
          loading={preparing.isRunning}
          onClick={() => void prepare()}
        >
          {status.reportId ? text.prepareAgain : text.prepare}
        </Button>
        {status.reportId && (
          <Button component={Link} href={`/informes/${status.reportId}`}>
            {text.open}
          </Button>
        )}
        <span className={classes.facts}>
          {text.claims(number(status.claims.linked), number(status.claims.of))}
        </span>
      </div>
      <OmittedList omitted={omitted} />
      <details className={classes.disclosure}>
        <summary>{text.outline}</summary>
        <ol className={classes.list}>
          {described.outline
            .filter(({ text: words }) => words !== '')
            .map((block, index) => (
              <li key={index}>
                <span className={classes.words}>{block.text}</span>
              </li>
            ))}
        </ol>
      </details>
    </>
  );
}

type Omitted = MethodOutput<'template.prepare'>['omitted'];

function OmittedList({ omitted }: { omitted: Omitted }) {
  const { templates } = useTexts();
  const text = templates.report;
  const reasonWords = useReasonWords();
  if (omitted.length === 0) return null;
  return (
    <>
      <Title order={3}>{text.omitted}</Title>
      <ul className={classes.list}>
        {omitted.map(({ kind, key, name, reason, details }) => (
          <li key={`${kind} ${key}`}>
            <span className={classes.words}>
              <span>
                {text.kinds[kind]}: {name}
              </span>
              <span className={classes.facts}>
                {[reasonWords(reason), ...details.map(reasonWords)].join(': ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

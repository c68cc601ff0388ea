import { Button, Text, Title } from '@mantine/core';
import type { PracticeId } from '../../../shared/domain/ids';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './templates.module.css';

/** A record of one's own takes the template of another practice. */
export function ChooseTemplate({ practiceId }: { practiceId: PracticeId }) {
  const { templates: text } = useTexts();
  const { locale } = useLocale();
  const list = useQueryMethod('template.list', {});
  const using = useCommand('template.use');
  if (list.error) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (!list.data) return <LoadingState />;
  const { templates } = list.data;
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <section aria-label={text.choose.title}>
      <Title order={2}>{text.choose.title}</Title>
      <Text className={classes.lead}>{templates.length > 0 ? text.choose.text : text.choose.none}</Text>
      <ul className={classes.list}>
        {templates.map((template) => (
          <li key={template.slug}>
            <span className={classes.words}>
              <span>{template.title}</span>
              <span className={classes.facts}>
                {[
                  template.municipality,
                  text.choose.facts(
                    number(template.questions),
                    number(template.indicators),
                    number(template.measurements),
                  ),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button
              variant="default"
              loading={using.isRunning}
              aria-label={`${text.choose.use}: ${template.title}`}
              onClick={() => void using.run({ slug: template.slug, practiceId })}
            >
              {text.choose.use}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

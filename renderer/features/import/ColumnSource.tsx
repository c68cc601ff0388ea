import { Text, Title } from '@mantine/core';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import type { ColumnRow } from './column-facts';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import type { ColumnTrial } from './use-column-trial';

/** Stands in the cells of a composed question that was answered with none of its options. */
const noneChosen = '∅';

/** Where the column comes from: the question as it was put, the columns of the file behind it, and its rules in the form. */
export function ColumnSource({ row, trial }: { row: ColumnRow; trial: ColumnTrial | undefined }) {
  const { platforms, importColumns: text } = useTexts();
  const { locale } = useLocale();
  const { plan, profile, behind } = row;
  const { panel } = text;
  const labelOf = new Map(plan.options.map(({ value, label }) => [value, label]));
  const none = trial?.readings.find(({ from }) => from === noneChosen)?.count ?? 0;
  const { form } = plan;
  const rules = [
    form?.relevant ? panel.relevant(form.relevant) : '',
    form?.constraint ? panel.constraint(form.constraint) : '',
    form?.isRequired ? panel.required : '',
  ].filter((rule) => rule !== '');
  const isWorthShowing = profile.question !== null && profile.question !== plan.label;
  if (!isWorthShowing && behind.length === 0 && profile.writtenAs === null && rules.length === 0) return null;
  return (
    <section>
      {isWorthShowing && (
        <Text mb={8}>
          <Text span c="dimmed" size="sm">
            {panel.question}:
          </Text>{' '}
          {profile.question}
        </Text>
      )}
      {profile.writtenAs && (
        <p className={importClasses.stepText}>{platforms.writtenAs[profile.writtenAs]}</p>
      )}
      {behind.length > 0 && (
        <>
          <Title order={3}>{panel.partsTitle}</Title>
          <p className={importClasses.stepText}>
            {plan.type === 'identifier' ? panel.piecesText : panel.partsText}
          </p>
          <ul className={`${classes.list} ${classes.block}`}>
            {plan.parts.map((part, index) => (
              <li key={part.source} className={classes.item}>
                <span>{part.value === null ? behind[index] : (labelOf.get(part.value) ?? part.value)}</span>
                <Text span size="sm" c="dimmed">
                  {part.value === null ? '' : behind[index]}
                </Text>
              </li>
            ))}
          </ul>
          {none > 0 && (
            <p className={importClasses.explain}>{panel.noneChosen(formatNumber(none, 0, locale))}</p>
          )}
        </>
      )}
      {rules.length > 0 && (
        <>
          <Title order={3} mt={16}>
            {panel.formTitle}
          </Title>
          <ul className={importClasses.steps}>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { Text, Title } from '@mantine/core';
import type { ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import importClasses from './import.module.css';

/** Ways of writing that stand side by side in the column, such as "0,85" and "85 %". */
export function ColumnForms({ profile }: { profile: ColumnProfile }) {
  const { columnTypes, importColumns: text } = useTexts();
  const { locale } = useLocale();
  const forms = profile.forms ?? [];
  if (forms.length === 0) return null;
  const isMixed = profile.candidates.some(({ reason }) => reason === 'mixed-units');
  return (
    <section>
      <Title order={3}>{text.panel.formsTitle}</Title>
      <ul className={importClasses.values}>
        {forms.map(({ form, count, examples }) => (
          <li key={form}>
            <span>
              {columnTypes.forms[form]}{' '}
              <Text span size="sm" c="dimmed">
                {examples.map((value) => `«${value}»`).join(', ')}
              </Text>
            </span>
            <Text span c="dimmed">
              {formatNumber(count, 0, locale)}
            </Text>
          </li>
        ))}
      </ul>
      {isMixed && <p className={importClasses.explain}>{columnTypes.mixedUnitsQuestion}</p>}
    </section>
  );
}

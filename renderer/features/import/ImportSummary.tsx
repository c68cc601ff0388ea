import { Text } from '@mantine/core';
import type { ColumnPlan, Inspection } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FactList } from '../../ui/FactList';
import { Fingerprint } from '../../ui/Fingerprint';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import type { ImportWork } from './use-import-draft';

/** What confirming will do, in figures. */
export function ImportSummary(props: { work: ImportWork; inspection: Inspection }) {
  const { work, inspection } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const count = (action: ColumnPlan['action']) =>
    work.columns.filter((column) => column.action === action).length;
  const hasIdentifier = work.columns.some(({ role, action }) => role === 'identifier' && action !== 'drop');
  const columns = [
    text.confirm.factKept(number(count('keep'))),
    text.confirm.factPseudonymised(number(count('pseudonymise'))),
    text.confirm.factDropped(number(count('drop'))),
  ];
  return (
    <Section title={text.confirm.summaryTitle}>
      <FactList
        facts={[
          {
            name: 'file',
            term: text.confirm.factFile,
            value: (inspection.files.length > 1 ? inspection.files : [inspection]).map(({ fileName }) => (
              <div key={fileName}>{fileName}</div>
            )),
          },
          { name: 'rows', term: text.confirm.factRows, value: number(inspection.rows) },
          {
            name: 'irregular',
            term: text.confirm.factIrregular,
            value: (
              <>
                {formatCount(inspection.irregularTotal, text.row, text.rows, locale)}
                {hasIdentifier && (
                  <Text size="sm" c="dimmed">
                    {text.confirm.factIrregularMore}
                  </Text>
                )}
              </>
            ),
          },
          {
            name: 'columns',
            term: text.confirm.factColumns,
            value: columns.map((line) => <div key={line}>{line}</div>),
          },
          {
            name: 'instrument',
            term: <Term name="instrument">{text.confirm.factInstrument}</Term>,
            value: work.instrument?.name ?? text.match.newInstrument,
          },
          {
            name: 'fingerprint',
            term: <Term name="fingerprint">{text.confirm.factFingerprint}</Term>,
            value: <Fingerprint sha256={inspection.sha256} />,
          },
        ]}
      />
    </Section>
  );
}

import { Table, Text } from '@mantine/core';
import type { Variable } from '../../../shared/domain/instrument';
import type { ColumnReceipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { cellWords } from '../cleaning/cell-value';
import { useValueWords } from '../cleaning/use-value-words';

const mostLines = 3;

/** Distinct changes of a column: what stood there, what it became, how often, and on which lines. */
export function ChangeTable(props: {
  label: string;
  changes: ColumnReceipt['coerced'];
  total: number;
  variable: Variable | undefined;
}) {
  const { receipt, waves } = useTexts();
  const { locale } = useLocale();
  const words = useValueWords();
  const text = waves.receipt;
  const number = (value: number) => formatNumber(value, 0, locale);
  // Where a column identifies somebody, the receipt holds how often, not what.
  const hidden = props.changes.filter(({ from }) => from === '');
  const shown = props.changes.filter(({ from }) => from !== '');
  const cells = props.changes.reduce((sum, { count }) => sum + count, 0);
  function linesOf(lines: readonly number[]): string {
    const list = lines.slice(0, mostLines).map(number).join(', ');
    return lines.length === 1 ? text.oneLine(list) : text.lines(list);
  }
  return (
    <>
      {hidden.length > 0 && <Text c="dimmed">{receipt.panel.hidden}</Text>}
      {shown.length > 0 && (
        <Table aria-label={props.label} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.changeFrom}</Table.Th>
              <Table.Th>{text.changeTo}</Table.Th>
              <Table.Th ta="end" w={88}>
                {text.changeCount}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((change) => (
              <Table.Tr key={`${change.from}\n${change.to}`}>
                <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  «{change.from}»
                  {change.exampleLines.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {linesOf(change.exampleLines)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {change.to === null ? (
                    <em>{text.toMissing}</em>
                  ) : (
                    `«${cellWords(change.to, props.variable, locale, words)}»`
                  )}
                </Table.Td>
                <Table.Td ta="end">{number(change.count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {cells < props.total && (
        <Text size="sm" c="dimmed" mt={8}>
          {receipt.panel.shownOf(number(props.changes.length), number(props.total))}
        </Text>
      )}
    </>
  );
}

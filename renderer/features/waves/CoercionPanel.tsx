import { Table, Text, Title } from '@mantine/core';
import type { ColumnReceipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import classes from './waves.module.css';

const mostLines = 3;

/** What changed in one column on the way in: each distinct change with its count and example lines. */
export function CoercionPanel(props: { column: ColumnReceipt; onClose: () => void }) {
  const { column } = props;
  const { waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const number = (value: number) => formatNumber(value, 0, locale);
  function linesOf(lines: readonly number[]): string {
    const shown = lines.slice(0, mostLines).map(number).join(', ');
    return lines.length === 1 ? text.oneLine(shown) : text.lines(shown);
  }
  return (
    <SidePanel isOpen onClose={props.onClose} title={text.changesTitle(column.header)} size={560}>
      {column.missingByCode.length > 0 && (
        <section style={{ marginBlockEnd: 32 }}>
          <Title order={3}>{text.missingCodes}</Title>
          <ul className={classes.reasons}>
            {column.missingByCode.map(({ code, count }) => (
              <li key={code}>
                <span>{code}</span>
                <strong>{number(count)}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {column.coerced.length === 0 ? (
        <Text c="dimmed">{text.changeNone}</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.changeFrom}</Table.Th>
              <Table.Th>{text.changeTo}</Table.Th>
              <Table.Th ta="end">{text.changeCount}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {column.coerced.map((change) => (
              <Table.Tr key={`${change.from} ${change.to}`}>
                <Table.Td style={{ whiteSpace: 'pre-wrap' }}>
                  «{change.from}»
                  <Text size="xs" c="dimmed">
                    {linesOf(change.exampleLines)}
                  </Text>
                </Table.Td>
                <Table.Td>{change.to ?? <em>{text.toMissing}</em>}</Table.Td>
                <Table.Td ta="end">{number(change.count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SidePanel>
  );
}

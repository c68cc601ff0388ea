import { Text } from '@mantine/core';
import type { WaveId } from '../../../shared/domain/ids';
import type { PersonRow } from '../../../shared/domain/people';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';

const limit = 500;

/** The rows of a wave whose person is not in the other one: line, pseudonym and groups, never who. */
export function UnmatchedTable(props: { waveId: WaveId; otherWaveId: WaveId; label: string }) {
  const { waveId, otherWaveId } = props;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.unmatched;
  const answer = useQueryMethod('people.unmatched', { waveId, otherWaveId, offset: 0, limit });
  const rows = answer.data?.rows ?? [];
  const groups = rows[0]?.groups ?? [];
  const columns: DataColumn<PersonRow>[] = [
    {
      key: 'line',
      header: text.line,
      width: '96px',
      align: 'end',
      render: ({ line }) => formatNumber(line, 0, locale),
    },
    {
      key: 'person',
      header: text.person,
      width: '216px',
      render: ({ person }) =>
        person ?? (
          <Text span size="sm" c="dimmed">
            {text.noPerson}
          </Text>
        ),
    },
    ...groups.map(
      ({ variableId, label }): DataColumn<PersonRow> => ({
        key: variableId,
        header: label,
        width: `minmax(${widthOf([label, ...rows.map((row) => valueIn(row, variableId))])}px, 1fr)`,
        render: (row) => valueIn(row, variableId),
      }),
    ),
  ];
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={text.loading} />;
  if (answer.data.total === 0) return <Text>{text.everybody}</Text>;
  return (
    <>
      <DataTable
        label={props.label}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        rowHeight={36}
        maxHeight={320}
      />
      {answer.data.total > rows.length && (
        <Text size="sm" c="dimmed" mt={8}>
          {text.more(formatNumber(rows.length, 0, locale), formatNumber(answer.data.total, 0, locale))}
        </Text>
      )}
    </>
  );
}

function valueIn(row: PersonRow, variableId: string): string {
  return row.groups.find((group) => group.variableId === variableId)?.value ?? '';
}

/** Pixels for the longest of some words, so that what tells two schools apart is not cut off. */
function widthOf(words: readonly string[]): number {
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  return Math.min(280, Math.max(96, 28 + longest * 8));
}

import { Text } from '@mantine/core';
import type { FileDifference } from '../../../shared/domain/wave';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { FactList } from '../../ui/FactList';

type ChangedRow = FileDifference['rows'][number];

/** How many rows a file adds, takes away and changes, and the first of them. */
export function RereadDifference(props: { fileNames: readonly string[]; difference: FileDifference }) {
  const { difference } = props;
  const { import: importText, receipt } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const text = receipt.reread;
  const number = (value: number) => formatNumber(value, 0, locale);
  const rows = (count: number) => formatCount(count, importText.row, importText.rows, locale);
  const { fileNames } = props;
  const [now, before] = [rows(difference.rowsNow), rows(difference.rowsBefore)];
  const list = new Intl.ListFormat(locale === 'es' ? 'es-CL' : 'en');
  const summary =
    fileNames.length > 1
      ? text.summarySeveral(list.format(fileNames.map((name) => `«${name}»`)), now, before)
      : text.summary(fileNames[0] ?? '', now, before);
  const total = difference.added + difference.removed + difference.changed;
  const columns: DataColumn<ChangedRow>[] = [
    { key: 'line', header: text.row, width: '88px', align: 'end', render: (row) => number(row.line) },
    { key: 'what', header: text.what, width: '110px', render: (row) => text.change[row.change] },
    {
      key: 'variables',
      header: text.columns,
      width: 'minmax(220px, 1fr)',
      render: (row) => row.variables.flatMap((id) => byId.get(id)?.label ?? []).join(', '),
    },
  ];
  return (
    <>
      <div>
        <Text>{summary}</Text>
        <Text size="sm" c="dimmed">
          {text.pairedBy[difference.pairedBy]}
        </Text>
      </div>
      {total > 0 && (
        <>
          <FactList
            facts={[
              { name: 'added', term: text.added, value: number(difference.added) },
              { name: 'removed', term: text.removed, value: number(difference.removed) },
              {
                name: 'changed',
                term: text.changed,
                value:
                  difference.changed === 0
                    ? number(0)
                    : `${number(difference.changed)} (${text.cells(number(difference.cellsChanged))})`,
              },
            ]}
          />
          <div>
            <DataTable
              label={text.changed}
              columns={columns}
              rowCount={difference.rows.length}
              rowAt={(index) => difference.rows[index]}
              rowHeight={36}
              maxHeight={320}
            />
            {difference.rows.length < total && (
              <Text size="sm" c="dimmed" mt={8}>
                {text.first(number(difference.rows.length))}
              </Text>
            )}
          </div>
        </>
      )}
    </>
  );
}

import { useMemo } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';

type PreviewRow = Inspection['preview'][number];

/** The first lines as they are read now, each with its line number in the file. */
export function PreviewTable(props: { inspection: Inspection }) {
  const { inspection } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const irregularLines = useMemo(() => new Set(inspection.irregular.map((row) => row.line)), [inspection]);
  const columns = useMemo<DataColumn<PreviewRow>[]>(
    () => [
      {
        key: 'line',
        header: text.dialect.lineNumber,
        width: '72px',
        align: 'end',
        isPinned: true,
        render: (row) => formatNumber(row.line, 0, locale),
      },
      ...inspection.headers.map((header, index) => ({
        key: String(index),
        header: header || text.dialect.unnamed(String(index + 1)),
        width: `${widthOf(header, inspection.preview, index)}px`,
        render: (row: PreviewRow) => row.cells[index] ?? '',
      })),
    ],
    [inspection, text, locale],
  );
  return (
    <DataTable
      label={text.dialect.preview}
      columns={columns}
      rowCount={inspection.preview.length}
      rowAt={(index) => inspection.preview[index]}
      toneOf={(row) => (irregularLines.has(row.line) ? 'warning' : null)}
      rowHeight={32}
      maxHeight={420}
    />
  );
}

function widthOf(header: string, rows: readonly PreviewRow[], index: number): number {
  const longest = Math.max(
    header.length * 0.85,
    ...rows.slice(0, 20).map((row) => row.cells[index]?.length ?? 0),
  );
  return Math.round(Math.min(280, Math.max(88, longest * 8.2 + 32)));
}

import { ActionIcon, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { PreviewLineRow } from './PreviewLineRow';
import classes from './preview.module.css';
import { previewLines } from './preview-lines';
import { columnName, isSheet } from './source-words';

const columnsShown = 60;

/** The file as it is read now: titles and rows with their place, and what is not read in grey with the reason. */
export function PreviewTable(props: { inspection: Inspection }) {
  const { inspection } = props;
  const { common, import: text, importReading } = useTexts();
  const { locale } = useLocale();
  const [start, setStart] = useState(0);
  const isSingle = inspection.files.length < 2;
  const table = useQueryMethod(
    'import.table',
    isSingle && inspection.irregularTotal > 0
      ? { fileId: inspection.fileId, corrections: inspection.dialect, offset: 0, limit: 1 }
      : null,
  );
  const lines = useMemo(() => previewLines(inspection, table.data?.setAside ?? []), [inspection, table.data]);
  const { headerLine, headerLines, firstColumn } = inspection.dialect;
  const hasLetters = isSheet(inspection) && inspection.format !== 'sav';
  const width = inspection.headers.length;
  const from = start < width ? start : 0;
  const columns = inspection.headers.slice(from, from + columnsShown);
  const number = (value: number) => formatNumber(value, 0, locale);
  const { lineNumber, preview, unnamed } = text.dialect;
  const places =
    headerLine === null ? '' : headerLines > 1 ? `${headerLine}–${headerLine + headerLines - 1}` : headerLine;
  return (
    <>
      {width > columnsShown && (
        <div className={classes.pages}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={importReading.preview.previousColumns}
            disabled={from === 0}
            onClick={() => setStart(Math.max(0, from - columnsShown))}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" c="dimmed" role="status">
            {importReading.preview.columnsShown(
              number(from + 1),
              number(from + columns.length),
              number(width),
            )}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={importReading.preview.nextColumns}
            disabled={from + columnsShown >= width}
            onClick={() => setStart(from + columnsShown)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <section
        className={classes.frame}
        aria-label={`${preview}. ${common.table.scrollHint}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <table className={classes.table} aria-label={preview}>
          <thead>
            {lines.above.map((line) => (
              <PreviewLineRow
                key={`above ${line.kind === 'gap' ? '' : line.line}`}
                line={line}
                from={from}
                count={columns.length}
              />
            ))}
            <tr>
              <th scope="col" className={classes.corner}>
                <span className="lb-hidden">
                  {isSheet(inspection) ? importReading.preview.row : lineNumber}
                </span>
                <span aria-hidden>{places}</span>
              </th>
              {columns.map((header, index) => (
                <th key={from + index} scope="col" className={classes.title} title={header}>
                  {hasLetters && (
                    <span className={classes.letter}>
                      {columnName(inspection, firstColumn + from + index)}
                    </span>
                  )}
                  {header || unnamed(String(from + index + 1))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.below.map((line, index) => (
              <PreviewLineRow
                key={line.kind === 'gap' ? 'gap' : `${index} ${line.line}`}
                line={line}
                from={from}
                count={columns.length}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { useTexts } from '../state/preferences';
import classes from './DataTable.module.css';
import { leastWidth, rowShift, tallestTrack, trackIndex } from './table-geometry';

export type DataColumn<Row> = {
  key: string;
  header: ReactNode;
  /** A CSS grid track, such as `200px` or `minmax(160px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  /** Stays in view while the table scrolls sideways; for the first column only. */
  isPinned?: boolean;
  render: (row: Row, index: number) => ReactNode;
};

export type DataTableProps<Row> = {
  label: string;
  columns: readonly DataColumn<Row>[];
  rowCount: number;
  /** The row at an index, or undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  onRowClick?: (row: Row, index: number) => void;
  isSelected?: (row: Row) => boolean;
  toneOf?: (row: Row) => 'warning' | null;
  /** Called with the rows in view, last one included, so that they can be fetched. */
  onRange?: (first: number, last: number) => void;
  rowHeight?: number;
  maxHeight?: number | string;
  handle?: Ref<DataTableHandle>;
};

export type DataTableHandle = { scrollToRow: (index: number) => void };

/** A table of any length: only the rows in view exist. The arrow, page, home and end keys scroll it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rowHeight = 44, maxHeight = 640, onRange } = props;
  const { common } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const rowsOnTrack = Math.min(props.rowCount, Math.floor(tallestTrack() / rowHeight));
  const rows = useVirtualizer({
    count: rowsOnTrack,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 1200, height: 640 },
  });
  useImperativeHandle(
    props.handle,
    () => ({
      scrollToRow(index) {
        const onTrack = trackIndex(index, rowsOnTrack, props.rowCount);
        frame.current?.scrollTo({ top: onTrack * rowHeight });
      },
    }),
    [props.rowCount, rowHeight, rowsOnTrack],
  );
  const items = rows.getVirtualItems();
  const shift = rowShift(items[0]?.index ?? 0, rowsOnTrack, props.rowCount, items.length);
  const first = (items[0]?.index ?? 0) + shift;
  const last = (items.at(-1)?.index ?? 0) + shift;
  useEffect(() => {
    if (props.rowCount > 0) onRange?.(first, last);
  }, [first, last, onRange, props.rowCount]);
  const widths = props.columns.map((column) => column.width);
  const template = { gridTemplateColumns: widths.join(' '), minWidth: leastWidth(widths) };

  return (
    <section
      ref={frame}
      aria-label={props.label}
      aria-description={common.table.scrollHint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={classes.frame}
      style={{ maxHeight }}
      onKeyDown={(event) => scrollByKey(event, rowHeight)}
    >
      <table className={classes.table} aria-label={props.label} aria-rowcount={props.rowCount + 1}>
        <thead className={classes.head}>
          <tr className={classes.row} style={template}>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column, classes.headCell)}>
                <span>{column.header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: rows.getTotalSize(), minWidth: leastWidth(widths) }}>
          {items.map((item) => (
            <TableRow
              key={item.index + shift}
              {...props}
              index={item.index + shift}
              style={{ ...template, height: rowHeight, transform: `translateY(${item.start}px)` }}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow<Row>(props: DataTableProps<Row> & { index: number; style: CSSProperties }) {
  const row = props.rowAt(props.index);
  const { onRowClick } = props;
  const open = row !== undefined && onRowClick ? () => onRowClick(row, props.index) : undefined;
  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>): void {
    if (!open || event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  }
  return (
    <tr
      aria-rowindex={props.index + 2}
      className={`${classes.row} ${classes.bodyRow}`}
      style={props.style}
      data-clickable={open ? true : undefined}
      data-selected={(row !== undefined && props.isSelected?.(row)) || undefined}
      data-tone={(row !== undefined && props.toneOf?.(row)) || undefined}
      tabIndex={open ? 0 : undefined}
      onClick={(event) => {
        if (!isOwnControl(event.target)) open?.();
      }}
      onKeyDown={onKeyDown}
    >
      {props.columns.map((column) => (
        <td key={column.key} className={cellClass(column)}>
          <span>{row === undefined ? '' : column.render(row, props.index)}</span>
        </td>
      ))}
    </tr>
  );
}

/** True for a click on a link or button within a cell, which does its own work. */
function isOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input') !== null;
}

function cellClass<Row>(column: DataColumn<Row>, more = ''): string {
  return [classes.cell, column.align === 'end' && classes.end, column.isPinned && classes.pinned, more]
    .filter(Boolean)
    .join(' ');
}

function scrollByKey(event: KeyboardEvent<HTMLElement>, rowHeight: number): void {
  if (event.target !== event.currentTarget) return;
  const frame = event.currentTarget;
  const page = frame.clientHeight - rowHeight * 2;
  const moves: Record<string, () => void> = {
    ArrowDown: () => frame.scrollBy({ top: rowHeight }),
    ArrowUp: () => frame.scrollBy({ top: -rowHeight }),
    ArrowRight: () => frame.scrollBy({ left: 120 }),
    ArrowLeft: () => frame.scrollBy({ left: -120 }),
    PageDown: () => frame.scrollBy({ top: page }),
    PageUp: () => frame.scrollBy({ top: -page }),
    Home: () => frame.scrollTo({ top: 0 }),
    End: () => frame.scrollTo({ top: frame.scrollHeight }),
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  move();
}

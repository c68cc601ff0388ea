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
import { asTitle, cellClass, TableRow } from './TableRow';
import { leastWidth, rowShift, tallestTrack, trackIndex } from './table-geometry';

export type DataColumn<Row> = {
  key: string;
  header: ReactNode;
  /** A CSS grid track, such as `200px` or `minmax(160px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  /** Stays in view while the table scrolls sideways; for the first column only. */
  isPinned?: boolean;
  /** How the rows are ordered by this column, where they are. */
  sorted?: 'ascending' | 'descending';
  render: (row: Row, index: number) => ReactNode;
};

export type DataTableProps<Row> = {
  label: string;
  columns: readonly DataColumn<Row>[];
  rowCount: number;
  /** The row at an index, or undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** `columnKey` is the cell's that was clicked; null by keyboard. */
  onRowClick?: (row: Row, index: number, columnKey: string | null) => void;
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
  const tracks = {
    '--lb-tracks': widths.join(' '),
    '--lb-least-width': `${leastWidth(widths)}px`,
  } as CSSProperties; // safe: custom properties, which the type does not know

  return (
    <section
      ref={frame}
      aria-label={`${props.label}. ${common.table.scrollHint}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={classes.frame}
      style={{ maxHeight }}
      onKeyDown={(event) => scrollByKey(event, rowHeight)}
    >
      <table
        className={classes.table}
        style={tracks}
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1}
      >
        <thead className={classes.head}>
          <tr className={classes.row}>
            {props.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={cellClass(column, classes.headCell)}
              >
                <span title={asTitle(column.header)}>{column.header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={classes.body} style={{ height: rows.getTotalSize() }}>
          {items.map((item) => (
            <TableRow
              key={item.index + shift}
              columns={props.columns}
              row={props.rowAt(item.index + shift)}
              index={item.index + shift}
              top={item.start}
              height={rowHeight}
              onRowClick={props.onRowClick}
              isSelected={props.isSelected}
              toneOf={props.toneOf}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
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

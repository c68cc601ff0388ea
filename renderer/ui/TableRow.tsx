import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { DataColumn } from './DataTable';
import classes from './DataTable.module.css';

type TableRowProps<Row> = {
  columns: readonly DataColumn<Row>[];
  /** Undefined while the row is on its way. */
  row: Row | undefined;
  index: number;
  top: number;
  height: number;
  onRowClick: ((row: Row, index: number, columnKey: string | null) => void) | undefined;
  isSelected: ((row: Row) => boolean) | undefined;
  toneOf: ((row: Row) => 'warning' | null) | undefined;
};

function PlainRow<Row>(props: TableRowProps<Row>) {
  const { row, index, onRowClick } = props;
  const open =
    row !== undefined && onRowClick
      ? (target: EventTarget | null) => onRowClick(row, index, columnAt(target, props.columns))
      : undefined;
  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>): void {
    if (!open || event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(null);
  }
  return (
    <tr
      aria-rowindex={index + 2}
      className={`${classes.row} ${classes.bodyRow}`}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      data-clickable={open ? true : undefined}
      data-selected={(row !== undefined && props.isSelected?.(row)) || undefined}
      data-tone={(row !== undefined && props.toneOf?.(row)) || undefined}
      tabIndex={open ? 0 : undefined}
      onClick={(event) => {
        if (!isOwnControl(event.target)) open?.(event.target);
      }}
      onKeyDown={onKeyDown}
    >
      {props.columns.map((column) => {
        const content = row === undefined ? '' : column.render(row, index);
        return (
          <td key={column.key} className={cellClass(column)}>
            <span title={asTitle(content)}>{content}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** One drawn row of a table; drawn again only when its row, place or columns change. */
export const TableRow = memo(PlainRow) as typeof PlainRow; // safe: memo takes the same props

function columnAt<Row>(target: EventTarget | null, columns: readonly DataColumn<Row>[]): string | null {
  const cell = target instanceof Element ? target.closest('td') : null;
  return cell === null ? null : (columns[cell.cellIndex]?.key ?? null);
}

/** True for a click on a link or button within a cell, which does its own work. */
function isOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input') !== null;
}

/** Plain text may be cut off in its cell; pointing at it shows all of it. */
export function asTitle(content: ReactNode): string | undefined {
  return typeof content === 'string' && content !== '' ? content : undefined;
}

/** The classes of a column's cells. */
export function cellClass<Row>(column: DataColumn<Row>, more = ''): string {
  return [classes.cell, column.align === 'end' && classes.end, column.isPinned && classes.pinned, more]
    .filter(Boolean)
    .join(' ');
}

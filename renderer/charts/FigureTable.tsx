import type { TextTable } from '../../shared/charts';
import classes from './figure.module.css';

/** A chart's figures as text. */
export function FigureTable(props: { table: TextTable; label: string }) {
  const { table } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} aria-label={props.label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" data-numeric={column.isNumeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) => {
                const column = table.columns[index];
                const key = column?.label ?? String(index);
                if (index === 0) {
                  return (
                    <th key={key} scope="row">
                      {cell}
                    </th>
                  );
                }
                return (
                  <td key={key} data-numeric={column?.isNumeric || undefined}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

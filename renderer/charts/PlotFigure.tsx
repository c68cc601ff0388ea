import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import type { ChartInput } from '../../shared/charts';
import { palette } from '../../shared/charts/palette';
import type { ChartKind } from '../../shared/domain/chart';
import { useTexts } from '../state/preferences';
import { Drawing } from './Drawing';
import { FigureTable } from './FigureTable';
import { type FigureFormat, FigureTools } from './FigureTools';
import classes from './figure.module.css';
import { useChart } from './use-chart';

const widest = 1120;

export type PlotFigureProps = {
  kind: ChartKind;
  input: ChartInput;
  /** Without it the figure cannot be saved to a file, only copied. */
  onSave?: (format: FigureFormat) => void;
  /** `quiet` leaves out title, notes and tools, for a figure inside other text. */
  look?: 'full' | 'quiet';
  caption?: ReactNode;
};

/**
 * A chart on screen, from the same builder as in reports, as wide as its place. It can be read as a table, copied
 * and saved; its alternative text carries every figure.
 */
export function PlotFigure(props: PlotFigureProps) {
  const { look = 'full' } = props;
  const { figure } = useTexts();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [isTable, setTable] = useState(false);
  const titleId = useId();
  const built = useChart(props.kind, props.input, Math.min(widest, Math.floor(width)));
  const spec = built?.spec ?? null;
  return (
    <figure
      className={classes.figure}
      data-look={look}
      style={{ backgroundColor: palette(scheme === 'dark' ? 'dark' : 'light').surface }}
      aria-labelledby={spec && look === 'full' ? titleId : undefined}
    >
      {spec && look === 'full' && (
        <div className={classes.head}>
          <div>
            <div id={titleId} className={classes.title}>
              {spec.title}
            </div>
            <div className={classes.subtitle}>{spec.subtitle}</div>
          </div>
          <FigureTools
            spec={spec}
            isTable={isTable}
            onToggle={() => setTable(!isTable)}
            onSave={props.onSave}
          />
        </div>
      )}
      <div ref={ref} className={classes.place}>
        {spec && (isTable ? <FigureTable table={spec.table} label={spec.title} /> : <Drawing spec={spec} />)}
        {built?.error && (
          <p className={classes.refusal}>
            <strong>{figure.notApplicable}</strong> {figure.notApplicableHelp}
          </p>
        )}
      </div>
      {spec && look === 'full' && spec.notes.length > 0 && (
        <ul className={classes.notes}>
          {spec.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {props.caption && <figcaption className={classes.caption}>{props.caption}</figcaption>}
    </figure>
  );
}

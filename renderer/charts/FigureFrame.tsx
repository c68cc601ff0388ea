import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, type Ref, useId, useState } from 'react';
import { palette } from '../../shared/charts/palette';
import { useTexts } from '../state/preferences';
import { Drawing } from './Drawing';
import { FigureTable } from './FigureTable';
import { type FigureFormat, FigureTools } from './FigureTools';
import classes from './figure.module.css';
import type { BuiltChart } from './use-chart';

export type FigureLook = {
  /** Without it the figure cannot be saved to a file, only copied. */
  onSave?: ((format: FigureFormat) => void) | undefined;
  /** `quiet` leaves out title, notes and tools, for a figure inside other text. */
  look?: 'full' | 'quiet' | undefined;
  caption?: ReactNode;
};

/** Title, tools, drawing or table, notes and caption of a chart that is built elsewhere; null while its width is unknown. */
export function FigureFrame(props: FigureLook & { built: BuiltChart | null; placeRef: Ref<HTMLDivElement> }) {
  const { look = 'full', built } = props;
  const { figure } = useTexts();
  const scheme = useComputedColorScheme('light');
  const [isTable, setTable] = useState(false);
  const titleId = useId();
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
      <div ref={props.placeRef} className={classes.place}>
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

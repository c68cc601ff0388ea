import { useEffect, useId, useRef } from 'react';
import { type ChartSpec, drawChart } from '../../shared/charts';
import classes from './figure.module.css';

/** The marks of a chart; the page around it shows title and notes. */
export function Drawing(props: { spec: ChartSpec }) {
  const { spec } = props;
  const frame = useRef<HTMLDivElement>(null);
  const prefix = useId();
  useEffect(() => {
    const drawing = drawChart(spec, document, {
      hasTitle: false,
      hasNotes: false,
      idPrefix: `figure-${prefix}`,
    });
    drawing.style.maxWidth = '100%';
    drawing.style.height = 'auto';
    frame.current?.replaceChildren(drawing);
  }, [spec, prefix]);
  return <div ref={frame} className={classes.drawing} />;
}

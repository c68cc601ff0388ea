import type { PanelDifference, PanelFigure } from '../../../shared/domain/panel';
import { type FigureStyle, formatChangeRange, formatNumber, noFigure } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { AlignedFigure } from '../../ui/AlignedFigure';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainChange, plainInterval, plainValue } from '../../ui/plain-figures';
import classes from './panel.module.css';

/** A figure of some people with its interval and how many they are below it; a protected one says so. */
export function PeopleFigure(props: { figure: PanelFigure; style: FigureStyle }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { figure, style } = props;
  if (figure.status === 'suppressed') return <ProtectedFigure />;
  if (figure.status === 'empty') return <span className={classes.small}>{noFigure}</span>;
  const n = panelUi.detail.valid(formatNumber(figure.n, 0, locale));
  const range = figure.interval ? `${plainInterval(figure.interval, style, locale)} · ` : '';
  return (
    <span className={classes.stack}>
      <AlignedFigure text={plainValue(figure.estimate, style, locale)} />
      <span className={classes.small}>
        {range}
        {n}
      </span>
    </span>
  );
}

/** A difference or change with its interval below it. */
export function DifferenceFigure(props: {
  difference: PanelDifference;
  style: FigureStyle;
  isStrong?: boolean;
}) {
  const { locale } = useLocale();
  const { difference, style } = props;
  if (difference.status === 'suppressed') return <ProtectedFigure />;
  if (difference.change === null) return <span className={classes.small}>{noFigure}</span>;
  return (
    <span className={classes.stack}>
      <AlignedFigure
        text={plainChange(difference.change, style, locale)}
        {...(props.isStrong ? { isStrong: true } : {})}
      />
      {difference.interval && (
        <span className={classes.small}>{formatChangeRange(difference.interval, style, locale)}</span>
      )}
    </span>
  );
}

/** The words of a row on two lines at most; the whole of them on pointing at it. */
export function RowLabel({ text }: { text: string }) {
  return (
    <span className={classes.rowLabel} title={text}>
      {text}
    </span>
  );
}

import type {
  ChangeResult,
  ComparisonResult,
  ReliabilityStandard,
  WaveCell,
} from '../../../shared/domain/comparison';
import { formatChangeRange, formatNumber, noFigure } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { AlignedFigure } from '../../ui/AlignedFigure';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainChange, plainInterval, plainValue } from '../../ui/plain-figures';
import classes from './comparison.module.css';
import { JudgedDirection } from './JudgedDirection';
import { ReliabilityTag } from './ReliabilityTag';
import type { ResultIndicator } from './result-rows';

/** An estimate with its interval below it and its reliability beside it; a protected figure says so and shows nothing. */
export function WaveFigure(props: {
  cell: WaveCell | undefined;
  indicator: ResultIndicator;
  standard?: ReliabilityStandard | undefined;
}) {
  const { locale } = useLocale();
  const { cell, indicator } = props;
  if (cell?.status === 'suppressed') return <ProtectedFigure />;
  if (!cell || cell.status === 'empty') return <span className={classes.small}>{noFigure}</span>;
  return (
    <span className={classes.stack}>
      <span className={classes.labelled}>
        <AlignedFigure text={plainValue(cell.estimate, indicator, locale)} />
        <ReliabilityTag cell={cell} indicator={indicator} standard={props.standard} />
      </span>
      {cell.interval && (
        <span className={classes.small}>{plainInterval(cell.interval, indicator, locale)}</span>
      )}
    </span>
  );
}

/** A change with its interval below it. */
export function ChangeFigure(props: {
  change: ChangeResult | undefined;
  indicator: ResultIndicator;
  /** Adds how the change is judged below it. */
  isJudged?: boolean;
  confidenceLevel: number;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { change, indicator } = props;
  if (change?.status === 'suppressed') return <ProtectedFigure />;
  if (!change || change.status === 'empty') {
    return <span className={classes.small}>{comparison.table.notCompared}</span>;
  }
  return (
    <span className={classes.stack}>
      <AlignedFigure isStrong text={plainChange(change.change, indicator, locale)} />
      {change.interval && (
        <span className={classes.small}>{formatChangeRange(change.interval, indicator, locale)}</span>
      )}
      {props.isJudged && (
        <span className={classes.judged}>
          <JudgedDirection change={change} confidenceLevel={props.confidenceLevel} />
        </span>
      )}
    </span>
  );
}

/** Valid answers in each wave, below them those missing, and those to whom the question was not put where there are any. */
export function PeopleFigure(props: { cells: readonly (WaveCell | undefined)[]; hidesMissing?: boolean }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const write = (pick: (cell: WaveCell) => number | null) =>
    props.cells.map((cell) => formatNumber(cell ? pick(cell) : null, 0, locale)).join(' · ');
  if (props.cells.every((cell) => cell?.status === 'suppressed')) return <ProtectedFigure />;
  const hasOutside = props.cells.some(hasPeopleOutside);
  return (
    <span className={classes.stack}>
      <span>{write((cell) => cell.n)}</span>
      {!props.hidesMissing && (
        <span className={classes.small}>
          {comparison.table.missing} {write((cell) => cell.missing)}
        </span>
      )}
      {hasOutside && (
        <span className={classes.small} title={comparison.table.notApplicableHelp}>
          {comparison.table.notApplicable} {write((cell) => outsideOf(cell))}
        </span>
      )}
    </span>
  );
}

/** True where the question was not put to somebody, though they be too few to say how many. */
export function hasPeopleOutside(cell: WaveCell | undefined): boolean {
  return cell?.notApplicable !== undefined && cell.notApplicable !== 0 && cell.status !== 'suppressed';
}

/** People to whom the question was not put; none where it was to all, null for too few to tell or for a protected figure. */
export function outsideOf({ status, notApplicable }: WaveCell): number | null {
  return status === 'suppressed' ? null : notApplicable === undefined ? 0 : notApplicable;
}

/** True where a question of the result was not put to everybody, so that its rows need a line more. */
export function isAnybodyOutside({ rows }: ComparisonResult): boolean {
  return rows.some(({ cells, changes }) =>
    [...cells, ...changes.flatMap(({ baseline, followUp }) => [baseline, followUp])].some(hasPeopleOutside),
  );
}

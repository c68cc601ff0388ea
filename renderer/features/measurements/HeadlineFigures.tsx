import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import { formatNumber } from '../../../shared/text/format';
import { placeText } from '../../../shared/text/measurement-rows';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementPeriod,
  measureName,
} from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { ExplainedText } from '../../ui/ExplainedText';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import classes from './measurements.module.css';

/** The few figures that say most, big, each with what it rests on and its interval. */
export function HeadlineFigures(props: { result: MeasurementResult; most?: number; look?: 'page' | 'card' }) {
  const { result, most = 6, look = 'page' } = props;
  const figures = result.headline
    .flatMap((key) => result.figures.find((each) => each.key === key) ?? [])
    .slice(0, most);
  if (figures.length === 0) return null;
  const waves = new Map<string, string>(result.waves.map(({ id, name }) => [id, name]));
  const hasWaves = new Set(figures.map(({ waveId }) => waveId)).size > 1;
  const waveOf = ({ waveId }: MeasurementFigure) =>
    hasWaves && waveId !== null ? (waves.get(waveId) ?? null) : null;
  return (
    <dl className={classes.headline} data-look={look}>
      {figures.map((figure) => (
        <BigFigure key={figure.key} figure={figure} wave={waveOf(figure)} look={look} />
      ))}
    </dl>
  );
}

type Big = { figure: MeasurementFigure; wave: string | null; look: 'page' | 'card' };

/** A unit of several letters stands small behind its number, so that both fit. */
function BigFigure({ figure, wave, look }: Big) {
  const { locale } = useLocale();
  const { unit } = figure;
  const isLong = unit.length > 2 && figure.value !== null;
  const text = measurementFigureText(isLong ? { ...figure, unit: '' } : figure, locale);
  return (
    <div className={classes.figure}>
      <dt>
        <FigureName figure={figure} look={look} />
        {wave !== null && !figure.of.includes(wave) && <span className={classes.measure}>{wave}</span>}
      </dt>
      <dd className={classes.bigValue}>
        {figure.status === 'suppressed' ? <ProtectedFigure /> : text}
        {isLong && figure.status !== 'suppressed' && <span className={classes.unit}> {unit}</span>}
      </dd>
      <dd className={classes.basis}>
        <Basis figure={figure} />
      </dd>
    </div>
  );
}

/** What a figure rests on: those counted of how many, and the interval. */
export function Basis({ figure }: { figure: MeasurementFigure }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const words = measurementsUi.result;
  if (figure.status !== 'shown') return null;
  const number = (value: number) => formatNumber(value, 0, locale);
  const countBasis = ({ measure, scale, value }: MeasurementFigure, rows: number): string => {
    if (partsOfAll.has(measure) && value !== null) return words.of(number(value), number(rows));
    return scale === 'count' ? words.rows(number(rows)) : words.n(number(rows));
  };
  const { n, numerator, interval } = figure;
  const isWhole = figure.scale === 'share' && n !== null && numerator !== null && Number.isInteger(numerator);
  const basis = [
    isWhole
      ? (numerator > n ? words.against : words.of)(number(numerator), number(n))
      : n !== null && n !== figure.value && countBasis(figure, n),
    interval !== null && measurementIntervalText(figure, locale),
  ].filter((part) => part !== false);
  return <>{basis.join(' · ')}</>;
}

/** Counts of some of the rows, so that the others are those left over. */
const partsOfAll: ReadonlySet<string> = new Set([
  'open-cases',
  'closed-cases',
  'reached',
  'code-count',
  'covered',
  'target-gap-units',
]);

/** What a figure is; on a page its words of statistics explain themselves. */
function FigureName({ figure, look }: Pick<Big, 'figure' | 'look'>) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const { measure, of, period, phase } = figure;
  const own = [
    ...of.map((label) => placeText(label, locale)),
    ...(period === null ? [] : [measurementPeriod(period, locale)]),
    ...(phase === null ? [] : [measurementsUi.result[phase]]),
  ].join(', ');
  const words = measureName(measure, locale);
  const name = look === 'page' ? <ExplainedText text={words} /> : words;
  if (own === '') return name;
  if (measure === 'indicator') return own;
  return (
    <>
      <span className={classes.of}>{own}</span>
      <span className={classes.measure}>{name}</span>
    </>
  );
}

import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import { formatNumber } from '../../../shared/text/format';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementPeriod,
  measureName,
} from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import classes from './practices.module.css';

/** One figure of a measurement as evidence: what it is of, its value, interval and n. */
export function FigureCard(props: { figure: MeasurementFigure }) {
  const { locale } = useLocale();
  const { evidence } = useTexts();
  const { figure } = props;
  const interval = measurementIntervalText(figure, locale);
  const n = figure.n === null ? null : formatNumber(figure.n, 0, locale);
  const counted =
    figure.scale === 'share' && figure.numerator !== null && n !== null
      ? evidence.facts.nOf(formatNumber(figure.numerator, 0, locale), n)
      : n !== null
        ? `n ${n}`
        : '';
  const of = [
    measureName(figure.measure, locale),
    ...figure.of,
    ...(figure.period === null ? [] : [measurementPeriod(figure.period, locale)]),
  ];
  return (
    <dl className={classes.cardFigures}>
      <div>
        <dt>{of.join(', ')}</dt>
        <dd>
          {figure.status === 'suppressed' ? (
            <ProtectedFigure />
          ) : (
            <>
              <strong>{measurementFigureText(figure, locale)}</strong>
              <span>{[interval, counted].filter(Boolean).join(' · ')}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

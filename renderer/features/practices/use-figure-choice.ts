import type { Measurement } from '../../../shared/domain/measurement';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import type { Report } from '../../../shared/domain/report';
import { type Answer, useQueryMethod } from '../../state/use-query-method';

export type FigureChoice = {
  answer: Answer<'measurement.compute'>;
  figures: readonly MeasurementFigure[];
  figure: MeasurementFigure | null;
};

/** The figures of a measurement as a report prints them, those that say most first; nothing while there is none. */
export function useFigureChoice(
  measurement: Measurement | null,
  report: Report | null,
  figureKey: string | null,
): FigureChoice {
  const answer = useQueryMethod(
    'measurement.compute',
    measurement && report ? { spec: measurement.spec, audience: report.audience } : null,
    { keepsPrevious: true },
  );
  const result = measurement ? answer.data : undefined;
  const headline = result?.headline ?? [];
  const rank = (key: string): number => {
    const place = headline.indexOf(key);
    return place < 0 ? headline.length : place;
  };
  const figures = (result?.figures ?? [])
    .filter(({ status }) => status !== 'empty')
    .sort((left, right) => rank(left.key) - rank(right.key));
  const shown = figures.filter(({ status }) => status === 'shown');
  return { answer, figures, figure: figures.find(({ key }) => key === figureKey) ?? shown[0] ?? null };
}

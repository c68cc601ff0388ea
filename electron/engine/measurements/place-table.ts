import { figureKey } from '../../../shared/domain/figure-key';
import type { FigureMeasure, MeasurementTable } from '../../../shared/domain/measurement-result';
import type { FigurePlace } from './made-figure';

/** A row a place and a column a measure; cells without such a figure are null. */
export function placeTable(
  { id, subject }: Pick<MeasurementTable, 'id' | 'subject'>,
  measures: readonly FigureMeasure[],
  places: readonly FigurePlace[],
  known: ReadonlySet<string>,
): MeasurementTable {
  return {
    id,
    subject,
    columns: measures.map((measure) => ({ measure, label: null, phase: null })),
    rows: places.map((place) => ({
      labels: [...(place.of ?? [])],
      period: place.period ?? null,
      cells: measures.map((measure) => keyIn(known, figureKey(measure, place))),
    })),
  };
}

/** The key if there is such a figure. */
export function keyIn(known: ReadonlySet<string>, key: string): string | null {
  return known.has(key) ? key : null;
}

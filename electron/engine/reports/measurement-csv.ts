import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import type { Locale } from '../../../shared/text/catalogue';
import { formatNumber } from '../../../shared/text/format';
import {
  measurementMethod,
  measurementNoticeText,
  measurementPeriod,
  measureName,
} from '../../../shared/text/measurements';
import { reportBlockWords } from '../../../shared/text/reports';
import { exportWords } from '../comparison/export-table';
import type { CsvCell } from '../files/csv-writer';

/**
 * Every figure of a measurement, a line each, in full precision: shares in percent, their changes in percentage points. A
 * hidden figure says that it is protected and nothing else.
 */
export function measurementCsv(
  { name, result }: { name: string; result: MeasurementResult },
  locale: Locale,
): CsvCell[][] {
  const words = exportWords(locale);
  const { csv: columns, unitsNote } = reportBlockWords(locale).measurement;
  const { threshold } = result.privacy;
  const notes = [
    name,
    ...(result.waves.some(({ isSynthetic }) => isSynthetic) ? [words.synthetic] : []),
    threshold > 1 ? words.threshold(formatNumber(threshold, 0, locale)) : unitsNote,
    ...result.notices.map((notice) => measurementNoticeText(notice, locale)),
    words.fingerprint(result.resultSha256),
  ];
  return [
    ...notes.map((note): CsvCell[] => [note, ...Array<null>(columns.length - 1).fill(null)]),
    [...columns],
    ...result.figures.map((figure) => figureRow(figure, result, locale)),
  ];
}

function figureRow(figure: MeasurementFigure, result: MeasurementResult, locale: Locale): CsvCell[] {
  const words = exportWords(locale);
  const { csv } = reportBlockWords(locale);
  const { measure, of, period, phase, waveId, scale, unit, interval, method } = figure;
  const isShare = scale === 'share' || scale === 'share-change';
  const factor = isShare ? 100 : 1;
  const wave = result.waves.find(({ id }) => id === waveId);
  const named = [...of, ...(wave ? [wave.name] : [])].join(' · ');
  const phases = { before: csv.before, after: csv.after } as const;
  const hidden = (value: CsvCell): CsvCell => (figure.status === 'suppressed' ? words.protected : value);
  return [
    measureName(measure, locale),
    named,
    period === null ? null : measurementPeriod(period, locale),
    phase === null ? null : phases[phase],
    hidden(scaled(figure.value, factor)),
    isShare ? words.percent : unit,
    hidden(figure.numerator),
    hidden(figure.n),
    hidden(scaled(interval?.lower ?? null, factor)),
    hidden(scaled(interval?.upper ?? null, factor)),
    method === null ? null : measurementMethod(method, locale),
    figure.key,
  ];
}

// Twelve digits carry every figure that means anything and leave out the noise of binary fractions.
function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Number((value * scale).toPrecision(12));
}

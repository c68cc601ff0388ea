import type { Measurement, MeasurementResult } from '../../../shared/domain/measurement';
import type { Locale } from '../../../shared/text/catalogue';
import { exportWords } from '../comparison/export-table';
import type { CsvCell } from '../files/csv-writer';

/** Every figure of a measurement, a line each. */
export function measurementCsv(
  { measurement, result }: { measurement: Measurement; result: MeasurementResult },
  locale: Locale,
): CsvCell[][] {
  const words = exportWords(locale);
  return [[measurement.name, words.threshold(String(result.privacy.threshold))]];
}

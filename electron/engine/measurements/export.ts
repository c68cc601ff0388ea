import { buildMeasurementChart } from '../../../shared/charts';
import type { Call, ParsedInput } from '../../../shared/contract';
import type { OutputFile } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import { drawSpec, svgToPng } from '../charts/draw';
import type { EngineContext } from '../context';
import { toCsv } from '../files/csv-writer';
import { slug } from '../reports/file-names';
import { measurementCsv } from '../reports/measurement-csv';
import { computeMeasurement } from './compute';

const width = 800;
const pngScale = 2;

/**
 * Counts, and writes every figure as CSV or one chart with title, legend and notes inside. Throws what
 * `computeMeasurement` throws, and `chart-not-applicable` where there is no such chart.
 */
export async function exportMeasurement(
  context: EngineContext,
  { name, format, chart, locale, ...asked }: ParsedInput<'measurement.export'>,
  call: Call,
): Promise<OutputFile> {
  const result = await computeMeasurement(context, asked, call);
  const stem = slug(name, 'recuento');
  if (format === 'csv') {
    const rows = measurementCsv({ name, result }, locale);
    const content = toCsv(rows, locale === 'es' ? 'excel-cl' : 'rfc4180');
    return context.files.writeOutput(`${stem}.csv`, 'text/csv; charset=utf-8', content);
  }
  const drawn = chart === null ? undefined : result.charts[chart];
  if (!drawn) throw new AppError('chart-not-applicable', { chart: String(chart), reason: 'no-chart' });
  const { svg } = drawSpec(buildMeasurementChart(result, drawn, { locale, width, theme: 'light' }));
  const file =
    result.charts.length > 1 && chart !== null ? `${stem}-${chart + 1}.${format}` : `${stem}.${format}`;
  if (format === 'svg') return context.files.writeOutput(file, 'image/svg+xml', svg);
  return context.files.writeOutput(file, 'image/png', svgToPng(svg, { scale: pngScale }));
}

import { reportWords } from '../../../shared/text/reports';
import { comparisonTable } from '../comparison/export-table';
import { toCsv } from '../files/csv-writer';
import type { ReportMaterial } from './material';

/** One CSV file for each comparison of a report, with figures in full precision, as Excel in Chile reads them. */
export function comparisonTables(
  { report, blocks }: ReportMaterial,
  stem: string,
): { name: string; mediaType: string; content: string }[] {
  const word = reportWords(report.locale).files.table;
  const results = blocks.flatMap((block) => (block.kind === 'comparison' ? [block.result] : []));
  const flavour = report.locale === 'es' ? 'excel-cl' : 'rfc4180';
  return results.map((result, index) => ({
    name: `${stem}-${word}-${String(index + 1).padStart(2, '0')}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: toCsv(comparisonTable(result, report.locale), flavour),
  }));
}

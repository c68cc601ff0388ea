import { reportWords } from '../../../shared/text/reports';
import { comparisonTable } from '../comparison/export-table';
import { type CsvCell, toCsv } from '../files/csv-writer';
import { panelCsv, seriesCsv } from './block-csv';
import type { BlockMaterial, ReportMaterial } from './material';
import { measurementCsv } from './measurement-csv';

/** One CSV file for each comparison, register and panel, with figures in full precision, as Excel in Chile reads them. */
export function reportTables(
  { report, blocks }: ReportMaterial,
  stem: string,
): { name: string; mediaType: string; content: string }[] {
  const word = reportWords(report.locale).files.table;
  const flavour = report.locale === 'es' ? 'excel-cl' : 'rfc4180';
  const tables = blocks.flatMap((block) => tableOf(block, report.locale));
  return tables.map((rows, index) => ({
    name: `${stem}-${word}-${String(index + 1).padStart(2, '0')}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: toCsv(rows, flavour),
  }));
}

function tableOf(block: BlockMaterial, locale: ReportMaterial['report']['locale']): CsvCell[][][] {
  switch (block.kind) {
    case 'comparison':
      return [comparisonTable(block.result, locale)];
    case 'series':
      return [seriesCsv(block.result, locale)];
    case 'panel':
      return [panelCsv(block.result, locale)];
    case 'measurement':
      return [measurementCsv({ name: block.measurement.name, result: block.result }, locale)];
    case 'heading':
    case 'text':
    case 'distribution':
      return [];
  }
}

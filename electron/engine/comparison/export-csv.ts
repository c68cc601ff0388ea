import type { Call, ParsedInput } from '../../../shared/contract';
import type { OutputFile } from '../../../shared/domain/report';
import type { EngineContext } from '../context';
import { toCsv } from '../files/csv-writer';
import { computeComparison } from './compute';
import { comparisonTable, exportWords } from './export-table';

/** Computes a comparison and writes its table as CSV. Throws what `computeComparison` throws. */
export async function exportComparison(
  context: EngineContext,
  { spec, flavour, locale }: ParsedInput<'comparison.export'>,
  call: Call,
): Promise<OutputFile> {
  const result = await computeComparison(context, spec, call);
  call.report({ stage: 'writing', share: null, done: null, total: null });
  const text = toCsv(comparisonTable(result, locale), flavour);
  return context.files.writeOutput(`${exportWords(locale).fileName}.csv`, 'text/csv; charset=utf-8', text);
}

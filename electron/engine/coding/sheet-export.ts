import type { ParsedInput } from '../../../shared/contract';
import { activeCodes, livingCodes } from '../../../shared/domain/coding';
import type { OutputFile } from '../../../shared/domain/report';
import { codingWords } from '../../../shared/text/coding';
import type { EngineContext } from '../context';
import { toCsv } from '../files/csv-writer';
import { xlsxOfTexts } from '../files/xlsx-writer';
import { answerKey, stagesOf } from './answers';
import type { OpenCoding } from './coding-store';

const mark = 'x';

/**
 * The coding sheet: a row an answer, a column a code, with an x where this coder gave it. Other coders' codes are not in it.
 * `sheetColumns` in the catalogue name the columns; the code's slug stands in brackets, so that labels may change.
 */
export function codingSheet(
  { plan, answers, placed }: OpenCoding,
  { coder, locale }: Pick<ParsedInput<'coding.exportSheet'>, 'coder' | 'locale'>,
): string[][] {
  const { columns } = codingWords(locale).sheet;
  const codes = activeCodes(plan.spec.codes);
  const waves = new Map<string, string>(plan.waves.map(({ id, name }) => [id, name]));
  const stages = new Map(stagesOf(plan, answers).map(({ value, label }) => [value, label]));
  return [
    [
      columns.key,
      columns.wave,
      columns.line,
      columns.stage,
      columns.answer,
      ...codes.map(({ id, label }) => `${label} [${id}]`),
      columns.none,
      columns.quote,
    ],
    ...answers.map((answer) => {
      const coding = placed.at(coder, answer);
      const given = coding?.codes ? livingCodes(coding.codes, plan.spec.codes) : null;
      return [
        answerKey(answer),
        waves.get(answer.waveId) ?? '',
        String(answer.line),
        answer.stage === null ? '' : (stages.get(answer.stage) ?? answer.stage),
        answer.text,
        ...codes.map(({ id }) => (given?.includes(id) ? mark : '')),
        given?.length === 0 ? mark : '',
        coding?.isQuote ? mark : '',
      ];
    }),
  ];
}

/** Writes the sheet; a workbook has the list of codes on a second one. */
export async function exportSheet(
  context: Pick<EngineContext, 'files'>,
  coding: OpenCoding,
  { coder, format, locale }: ParsedInput<'coding.exportSheet'>,
): Promise<OutputFile> {
  const words = codingWords(locale).sheet;
  const rows = codingSheet(coding, { coder, locale });
  const name = `${coding.measurement.name} - ${coder}`.replaceAll(/[\\/:*?"<>|]/g, ' ');
  if (format === 'csv') {
    return context.files.writeOutput(`${name}.csv`, 'text/csv; charset=utf-8', toCsv(rows, 'excel-cl'));
  }
  const codes = activeCodes(coding.plan.spec.codes);
  const workbook = await xlsxOfTexts([
    {
      name: words.answers,
      rows,
      widths: [24, 18, 6, 16, 70, ...codes.map(() => 14), 10, 8],
    },
    {
      name: words.codes,
      rows: [
        [words.columns.code, words.columns.description],
        ...codes.map(({ id, label, description }) => [`${label} [${id}]`, description]),
      ],
      widths: [30, 80],
    },
  ]);
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return context.files.writeOutput(`${name}.xlsx`, mediaType, workbook);
}

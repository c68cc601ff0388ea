import type { Commission } from '../../../shared/domain/commission';
import type { OutputFile } from '../../../shared/domain/report';
import type { Locale } from '../../../shared/text/catalogue';
import { commissionWords } from '../../../shared/text/commission';
import type { EngineContext } from '../context';
import { xlsxOfTexts } from '../files/xlsx-writer';
import { slug } from '../reports/file-names';
import { scoreBook } from './weighted-scores';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What Excel does not allow in the name of a sheet, and how long one may be. */
const forbidden = /[\\/?*[\]:]/g;
const longestName = 31;

/** A workbook with one sheet for each evaluator: a row for each practice that is theirs to score, what was scored filled in. */
export async function writeScoreSheets(
  context: EngineContext,
  commission: Commission,
  locale: Locale,
): Promise<OutputFile> {
  const words = commissionWords(locale).sheet;
  const book = scoreBook(commission);
  const { min, max } = commission.scale;
  const written = (value: number): string =>
    locale === 'es' ? String(value).replace('.', ',') : String(value);
  const headers = [
    words.evaluator,
    words.candidate,
    ...commission.criteria.map(({ name }) => words.criterion(name, written(min), written(max))),
    words.comment,
  ];
  const used = new Set<string>();
  const sheets = commission.evaluators.map((evaluator) => ({
    name: sheetName(evaluator.name, used),
    widths: [16, 44, ...commission.criteria.map(() => 22), 44],
    rows: [
      headers,
      ...commission.candidates
        .filter(({ id }) => !book.isRecused(evaluator.id, id))
        .map((candidate) => [
          evaluator.name,
          candidate.name,
          ...commission.criteria.map(({ id }) => {
            const value = book.score(evaluator.id, candidate.id, id);
            return value === null ? '' : written(value);
          }),
          commission.comments.find(
            (each) => each.evaluatorId === evaluator.id && each.candidateId === candidate.id,
          )?.text ?? '',
        ]),
    ],
  }));
  const name = slug(`${words.file} ${commission.name}`, words.file);
  return context.files.writeOutput(`${name}.xlsx`, mediaType, await xlsxOfTexts(sheets));
}

function sheetName(name: string, used: Set<string>): string {
  const plain = name.replace(forbidden, '-').slice(0, longestName) || '-';
  let free = plain;
  for (let number = 2; used.has(free.toLowerCase()); number += 1) {
    free = `${plain.slice(0, longestName - 4)} (${number})`;
  }
  used.add(free.toLowerCase());
  return free;
}

import type { CrosswalkEntry } from '../../../shared/domain/crosswalk';
import type { Locale } from '../../../shared/text/catalogue';
import { crosswalkWords } from '../../../shared/text/crosswalk-sentences';
import type { CsvCell } from '../files/csv-writer';

/** The crosswalk of a wave as a table: headings, then a row for each variable of its instrument. */
export function crosswalkTable(entries: readonly CrosswalkEntry[], locale: Locale): CsvCell[][] {
  const { file, types } = crosswalkWords(locale);
  return [
    Object.values(file.columns),
    ...entries.map((entry): CsvCell[] => [
      entry.variableName,
      entry.variableLabel,
      entry.header,
      entry.statuses.map((status) => file.statuses[status]).join(', '),
      file.decisions[entry.decision],
      file.deciders[entry.decidedBy],
      entry.decision === 'taken' ? Math.round(entry.similarity * 100) / 100 : null,
      entry.recodes.map(({ from, to }) => `${from} = ${to ?? '-'}`).join('; ') || null,
      entry.typeInFile ? types[entry.typeInFile] : null,
      types[entry.typeStored],
      entry.optionsAdded.join('; ') || null,
      entry.optionsDropped.join('; ') || null,
      entry.note,
    ]),
  ];
}

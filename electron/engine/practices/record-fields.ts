import { gcmPrinciples, type PracticeDraft, selloLines } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { practiceExchangeWords } from '../../../shared/text/practice-exchange';
import {
  type CellForm,
  comunaCell,
  dateCell,
  listCell,
  nameCell,
  namesCell,
  numbersCell,
  optionalCell,
  rangesCell,
  textCell,
} from './record-cells';

/** A column of a record's CSV: its path inside the record, and how its cell is written and read. */
export type RecordField = {
  path: string;
  write(draft: PracticeDraft): string;
  read(cell: string): unknown;
};

function field<Value>(
  path: string,
  form: CellForm<Value>,
  value: (draft: PracticeDraft) => Value,
): RecordField {
  return { path, write: (draft) => form.write(value(draft)), read: form.read };
}

/** The columns of a record besides its claims, in the order of the form; names are written in the given language. */
export function recordFields(locale: Locale): RecordField[] {
  const exchange = practiceExchangeWords(locale);
  const { selloLineNames } = texts(locale).practices;
  const classified = (path: string, value: (draft: PracticeDraft) => PracticeDraft['sdgs']) => [
    field(`${path}.stated`, numbersCell, (draft) => value(draft).stated),
    field(`${path}.proposed`, numbersCell, (draft) => value(draft).proposed),
  ];
  return [
    field('kind', nameCell(exchange.kinds), ({ kind }) => kind),
    field('title', textCell, ({ title }) => title),
    field('titleEnglish', textCell, ({ titleEnglish }) => titleEnglish),
    field('summary', textCell, ({ summary }) => summary),
    field('summaryEnglish', textCell, ({ summaryEnglish }) => summaryEnglish),
    field('country', textCell, ({ country }) => country),
    field('region', textCell, ({ region }) => region),
    field('municipality', textCell, ({ municipality }) => municipality),
    field('comunaCode', comunaCell, ({ comunaCode }) => comunaCode),
    field('units', listCell, ({ units }) => units),
    field('collaborators', listCell, ({ collaborators }) => collaborators),
    field('selloLines', namesCell(selloLines, selloLineNames), (draft) => draft.selloLines),
    field('targetPopulation', textCell, ({ targetPopulation }) => targetPopulation),
    field('priorityGroup', textCell, ({ priorityGroup }) => priorityGroup),
    field('dates.text', textCell, ({ dates }) => dates.text),
    field('dates.ranges', rangesCell, ({ dates }) => dates.ranges),
    field('dates.months', numbersCell, ({ dates }) => dates.months),
    field('funding', textCell, ({ funding }) => funding),
    field('sustainability', textCell, ({ sustainability }) => sustainability),
    field('description', listCell, ({ description }) => description),
    field('innovation', textCell, ({ innovation }) => innovation),
    field('lessons', textCell, ({ lessons }) => lessons),
    ...classified('gcmObjectives', ({ gcmObjectives }) => gcmObjectives),
    ...classified('sdgs', ({ sdgs }) => sdgs),
    ...classified('un.secondaryGcm', ({ un }) => un.secondaryGcm),
    field('un.principles', namesCell(gcmPrinciples, exchange.principles), ({ un }) => un.principles),
    field('un.practiceType', textCell, ({ un }) => un.practiceType),
    field('un.geographicScope', textCell, ({ un }) => un.geographicScope),
    field('un.mainImplementer', listCell, ({ un }) => un.mainImplementer),
    field('un.details', textCell, ({ un }) => un.details),
    field('un.partners', listCell, ({ un }) => un.partners),
    field('un.benefit', listCell, ({ un }) => un.benefit),
    field('un.keyLessons', listCell, ({ un }) => un.keyLessons),
    field('un.recommendations', listCell, ({ un }) => un.recommendations),
    field('un.dateSubmitted', dateCell, ({ un }) => un.dateSubmitted),
    field('un.disclaimer', textCell, ({ un }) => un.disclaimer),
    field('un.links', listCell, ({ un }) => un.links),
    field('source.document', textCell, ({ source }) => source.document),
    field('source.place', textCell, ({ source }) => source.place),
    field('templateSlug', optionalCell, ({ templateSlug }) => templateSlug),
    field('basedOn', optionalCell, ({ basedOn }) => basedOn),
    field('archivedAt', optionalCell, ({ archivedAt }) => archivedAt),
  ];
}

import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import type { Locale, Texts } from '../../../shared/text';
import { formatCount, formatNumber, formatPercent } from '../../../shared/text/format';
import { type ColumnRow, candidateInUse, nearlyReading, rivalReading } from './column-facts';

export type Wording = { text: Texts; locale: Locale };

const examplesShown = 3;
const exampleLength = 24;

/** On what the reading of a column rests, in one sentence. */
export function readingWords(row: ColumnRow, wording: Wording): string {
  const { plan, profile } = row;
  const { text, locale } = wording;
  const { evidence } = text.importColumns;
  if (plan.parts.length > 0) {
    return plan.parts.every(({ value }) => value === null)
      ? evidence.pieces(formatCount(plan.parts.length, text.import.column, text.import.columns, locale))
      : text.platforms.composed(plan.parts.length);
  }
  if (profile.filled === 0) return evidence.empty;
  if (plan.action === 'drop' && profile.identityEvidence) return foundWords(profile, wording);
  const nearly = nearlyReading(row);
  if (nearly) {
    // Rounded down: nothing of which a part does not fit is 100 %.
    const percent = Math.floor((100 * nearly.fits) / (nearly.fits + nearly.misfits));
    const share = formatPercent(percent / 100, 0, locale);
    const sentence = evidence.nearly(
      share,
      text.importColumns.nouns[nearly.type],
      number(nearly.misfits, locale),
    );
    return withExamples(sentence, nearly.examples, profile, wording);
  }
  if (plan.standard !== null && profile.standardEvidence) return standardWords(profile, wording);
  const rival = rivalReading(row);
  const base = typeWords(row, wording);
  if (!rival) return base;
  return `${base}. ${rival.decimalMark ? evidence.otherMark : evidence.otherOrder}`;
}

function typeWords(row: ColumnRow, wording: Wording): string {
  const { plan, profile } = row;
  const { text, locale } = wording;
  const { evidence, nouns } = text.importColumns;
  const used = candidateInUse(row);
  if (used && used.misfits > 0) {
    const sentence = evidence.some(number(used.fits, locale), nouns[plan.type], number(used.misfits, locale));
    return withExamples(sentence, used.examples, profile, wording);
  }
  const distinct = number(profile.distinct, locale);
  switch (plan.type) {
    case 'integer':
    case 'decimal':
    case 'date':
    case 'datetime':
      return used ? evidence.all(nouns[plan.type]) : evidence.chosen;
    case 'boolean':
      return evidence.yesNo;
    case 'single':
      return evidence.list(number(plan.options.length || profile.distinct, locale));
    case 'ordinal': {
      const [first, last] = [plan.options[0], plan.options.at(-1)];
      return first && last ? evidence.scale(first.label, last.label) : evidence.list(distinct);
    }
    case 'multiple':
      return evidence.several;
    case 'identifier':
      return foundWords(profile, wording) || evidence.identifier;
    case 'text':
      return profile.candidates.some(({ reason }) => reason === 'fixed-width-codes')
        ? evidence.leadingZeros
        : evidence.text(distinct);
  }
}

function foundWords({ identityEvidence: found }: ColumnProfile, { text, locale }: Wording): string {
  const { identity } = text.import;
  if (!found) return '';
  const share = formatPercent(found.sharePercent / 100, 0, locale);
  return found.sharePercent === 0
    ? identity.kinds[found.kind]
    : identity.found(identity.kinds[found.kind], identity.basis[found.basis], share);
}

function standardWords(profile: ColumnProfile, { text, locale }: Wording): string {
  const { evidence } = text.importColumns;
  const found = profile.standardEvidence;
  if (!found) return '';
  const list = evidence.standard(text.columnTypes.standards[found.kind]);
  if (found.unrecognised === 0) return list;
  const quoted = found.examples.slice(0, examplesShown).map((value) => evidence.quoted(shortened(value)));
  const unknown = evidence.unrecognised(
    formatCount(found.unrecognised, evidence.answer, evidence.answers, locale),
  );
  return `${evidence.named(unknown, quoted.join(', '))}. ${list}`;
}

function withExamples(
  sentence: string,
  examples: readonly { value: string }[],
  profile: Pick<ColumnProfile, 'identityEvidence'>,
  { text }: Wording,
): string {
  const { evidence } = text.importColumns;
  // Cells of columns that tell who somebody is stay where they are.
  const values = profile.identityEvidence ? [] : [...new Set(examples.map(({ value }) => value))];
  if (values.length === 0) return sentence;
  const quoted = values.slice(0, examplesShown).map((value) => evidence.quoted(shortened(value)));
  return `${evidence.named(sentence, quoted.join(', '))}${values.length > examplesShown ? evidence.andMore : ''}`;
}

function shortened(value: string): string {
  return value.length > exampleLength ? `${value.slice(0, exampleLength)}…` : value;
}

/** Why a column is left out, replaced or read otherwise; empty where it is simply kept. */
export function fateWords(row: ColumnRow, { text, locale }: Wording): string {
  const { plan, profile, partOf } = row;
  const { list } = text.importColumns;
  if (partOf !== null) return list.partOf(partOf);
  if (profile.writtenAs && (plan.action === 'drop' || profile.writtenAs === 'derived'))
    return text.platforms.writtenAs[profile.writtenAs];
  const kind = plan.identity ?? profile.identityEvidence?.kind ?? null;
  if (plan.action === 'pseudonymise')
    return kind ? list.replaced(text.import.identity.kinds[kind]) : list.replacedPlainly;
  if (plan.action === 'drop' && kind) return list.identity(text.import.identity.kinds[kind]);
  if (plan.action === 'drop')
    return profile.proposal.action === 'drop' && profile.filled === 0 ? list.noTitle : list.left;
  if (plan.recodes.length > 0) return list.recoded(number(plan.recodes.length, locale));
  if (nearlyReading(row)) return list.asText;
  const lost = candidateInUse(row)?.misfits ?? 0;
  if (lost > 0) return list.lost(number(lost, locale));
  return plan.redacts && profile.insideText.length > 0 ? list.redacted : '';
}

/** What will become of the column, in a word or two. */
export function fateName({ plan, partOf }: ColumnRow, text: Texts): string {
  const { list } = text.importColumns;
  return partOf !== null && plan.action === 'drop' ? list.part : list[plan.action];
}

/** The name of a column for a person: its title, or its label where it has none. */
export function columnName(plan: Pick<ColumnPlan, 'header' | 'label'>): string {
  return plan.header.trim() || plan.label;
}

function number(value: number, locale: Locale): string {
  return formatNumber(value, 0, locale);
}

import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import type { Session } from '../db/session';
import { noneChosen, partSeparator } from './answers-joined';
import type { NamedColumn } from './column-names';
import { withComposed } from './column-parts';
import { notApplicableLabel } from './platforms/not-applicable-words';
import type { Composition, PlatformReading } from './platforms/reading';
import { csvRows, type PreparedFile } from './prepared-file';
import { countValues, mostFrequent } from './value-counts';

const topShown = 20;

/** Profiles of the questions put together from several columns, counted over the rows as they will be stored. */
export async function profileComposed(
  session: Session,
  prepared: PreparedFile,
  { compositions }: PlatformReading,
  names: readonly NamedColumn[],
  name: string,
): Promise<ColumnProfile[]> {
  if (compositions.length === 0) return [];
  const sources = compositions.map(({ source }) => source);
  const rows = withComposed(csvRows(prepared), compositions);
  const counts = await countValues(session, rows, sources, `${name}_composed`);
  try {
    const frequent = await mostFrequent(session, counts.table, topShown);
    return compositions.map((composition) => {
      const found = frequent.get(composition.source);
      const filled = found?.filled ?? counts.unlisted.get(composition.source)?.filled ?? 0;
      return {
        proposal: planOf(composition, names, prepared, codesOutside(found?.values ?? [])),
        filled,
        blank: counts.rows - filled,
        distinct: found?.distinct ?? counts.unlisted.get(composition.source)?.distinct ?? 0,
        candidates: [{ type: 'multiple', fits: filled, misfits: 0, examples: [] }],
        missingCandidates: [],
        topValues: found?.values.filter(({ value }) => value !== noneChosen) ?? [],
        standardEvidence: null,
        insideText: [],
        question: composition.question ?? null,
        partOf: null,
        writtenAs: null,
        identityEvidence: null,
      };
    });
  } finally {
    await counts.drop();
  }
}

/** What stands in all options of people to whom the question was not put. */
function codesOutside(values: readonly { value: string }[]): string[] {
  return values.flatMap(({ value }) => {
    const [first = '', ...others] = value.split(partSeparator);
    return notApplicableLabel(first) && others.every((each) => each === first) ? [first] : [];
  });
}

function planOf(
  { source, header, label, options, parts, missingCodes, notApplicableCodes = [], form }: Composition,
  names: readonly NamedColumn[],
  { detected }: PreparedFile,
  outside: readonly string[],
): ColumnPlan {
  const named = names[source];
  return {
    source,
    header,
    action: 'keep',
    variableId: null,
    name: named?.name ?? `pregunta_${source + 1}`,
    label: named?.label ?? label,
    type: 'multiple',
    role: 'measure',
    options,
    missingCodes,
    notApplicableCodes: [...new Set([...notApplicableCodes, ...outside])],
    decimalMark: detected.dialect.decimalMark,
    dateOrder: detected.dialect.dateOrder,
    optionSeparator: partSeparator,
    identity: null,
    parts,
    recodes: [],
    standard: null,
    unit: null,
    redacts: false,
    form,
  };
}

import type { VariableId } from '../../../shared/domain/ids';
import type { ColumnMatch, ColumnPlan, Recode } from '../../../shared/domain/import';
import type { Instrument, Variable, VariableOption } from '../../../shared/domain/instrument';

export const matchAnswers = ['as-is', 'recode', 'turn', 'new', 'drop'] as const;
/**
 * What a column is to the instrument: its variable with the answers as they are, with the answers read as proposed, or
 * with the scale turned round; a new variable; or nothing that is stored.
 */
export type MatchAnswer = (typeof matchAnswers)[number];
export type MatchChoice = {
  /** Null until it is decided. */
  answer: MatchAnswer | null;
  /** The variable the analyst named in place of the proposed one; null for that. */
  variableId: VariableId | null;
  /** Answers of the file that the analyst reads as answers of the instrument, besides those proposed. */
  recodes: readonly Recode[];
  note: string;
};
export type MatchChoices = Readonly<Record<number, MatchChoice>>;

const undecided: MatchChoice = { answer: null, variableId: null, recodes: [], note: '' };
const decisive: readonly ColumnMatch['statuses'][number][] = [
  'renamed',
  'reworded',
  'options-added',
  'recoded',
  'scale-reversed',
  'type-changed',
];
const surelyAlike = 0.8;

/** The choices with one of them changed. */
export function choose(choices: MatchChoices, source: number, change: Partial<MatchChoice>): MatchChoices {
  return { ...choices, [source]: { ...undecided, ...choices[source], ...change } };
}

/**
 * True for a difference that somebody has to decide before anything is joined. A new column is one where it might answer a
 * variable that no other column is matched to.
 */
export function needsDecision(match: ColumnMatch, claimed: ReadonlySet<VariableId>): boolean {
  if (match.source === null) return false;
  if (match.statuses.includes('new'))
    return match.proposal?.rivals.some(({ variableId }) => !claimed.has(variableId)) ?? false;
  return match.statuses.some((status) => decisive.includes(status));
}

/** The variables that some column of the file is matched to. */
export function claimedVariables(matches: readonly ColumnMatch[]): Set<VariableId> {
  return new Set(
    matches.flatMap(({ source, variableId }) => (source === null || variableId === null ? [] : [variableId])),
  );
}

/** What the application would do; null where the evidence is too thin to say. */
export function proposedAnswer({ statuses, proposal }: ColumnMatch): MatchAnswer | null {
  if (statuses.includes('new')) return 'new';
  const hasRecodes = (proposal?.recodes.length ?? 0) > 0;
  if (hasRecodes && !proposal?.recodesApplied) return null;
  if (proposal?.decision === 'separate') return 'new';
  return hasRecodes ? 'recode' : 'as-is';
}

/** True where the proposal rests on enough to be accepted together with others. */
export function isWellFounded(match: ColumnMatch): boolean {
  const { proposal } = match;
  if (proposedAnswer(match) === null || match.variableId === null) return false;
  const losesSomething = proposal?.conversion === 'partial' || proposal?.conversion === 'refused';
  const isGuessed = proposal?.evidence.some(({ why }) => why === 'alike-wording') ?? true;
  // Answers that came and answers that went may be the same ones in other words.
  const mayBeReworded = match.optionsAdded.length > 0 && match.optionsDropped.length > 0;
  return !losesSomething && !mayBeReworded && (!isGuessed || match.similarity >= surelyAlike);
}

/** The answers that make sense for a difference, in the order in which they are offered. */
export function answersFor(
  match: ColumnMatch,
  variable: Variable | undefined,
  choice: MatchChoice | undefined,
): MatchAnswer[] {
  const { proposal } = match;
  if (match.variableId === null || !variable) return ['new', 'drop'];
  const hasRecodes = (proposal?.recodes.length ?? 0) + (choice?.recodes.length ?? 0) > 0;
  const isTurning = match.statuses.includes('scale-reversed');
  const mayTurn = !isTurning && variable.type === 'ordinal' && variable.options.length > 2;
  return [
    // Answers that cannot be stored as they are need to be read as others first.
    ...(proposal?.conversion === 'refused' ? [] : ['as-is' as const]),
    ...(hasRecodes ? [isTurning ? ('turn' as const) : ('recode' as const)] : []),
    ...(mayTurn ? ['turn' as const] : []),
    'new' as const,
    'drop' as const,
  ];
}

/** The answer as it is offered: a scale found turned round is turned by its proposed recodes. */
export function offeredAnswer(match: ColumnMatch, choice?: MatchChoice): MatchAnswer | null {
  const answer = (choice?.recodes.length ?? 0) > 0 ? 'recode' : proposedAnswer(match);
  return answer === 'recode' && match.statuses.includes('scale-reversed') ? 'turn' : answer;
}

/**
 * The answers of the file that the instrument does not know, to be read as its own: those listed as new, and where the
 * answers cannot be stored as they are, those most often written. Empty where the variable has no list of answers.
 */
export function answersToPlace(
  match: ColumnMatch,
  variable: Variable | undefined,
  own: Pick<ColumnPlan, 'options' | 'missingCodes' | 'notApplicableCodes'> | undefined,
  seen: readonly string[],
): string[] {
  if (!variable || !own || targetsOf(variable).length === 0) return [];
  const conversion = match.proposal?.conversion ?? 'none';
  const added = match.optionsAdded.map(
    (label) => own.options.find((option) => option.label === label)?.value ?? label,
  );
  const unread = conversion === 'refused' || conversion === 'partial' ? seen : [];
  const settled = new Set([
    ...(match.proposal?.recodes ?? []).map(({ from }) => from),
    ...own.missingCodes,
    ...own.notApplicableCodes,
    ...targetsOf(variable).flatMap(({ value, label }) => [value, label]),
  ]);
  return [...new Set([...added, ...unread])].filter((value) => !settled.has(value));
}

/** The answers a variable has: its options, or the words its yes and no are read by; empty for other types. */
export function targetsOf({ type, options }: Pick<Variable, 'type' | 'options'>): VariableOption[] {
  if (type === 'single' || type === 'ordinal' || type === 'multiple') return options;
  if (type !== 'boolean') return [];
  const word = (value: string, otherwise: string): string =>
    options.find((option) => option.value === value)?.label ?? otherwise;
  return [word('true', 'Sí'), word('false', 'No')].map((value) => ({ value, label: value }));
}

/** The columns with the variables the analyst named, so that they are matched to those. */
export function withChosenVariables(columns: readonly ColumnPlan[], choices: MatchChoices): ColumnPlan[] {
  return columns.map((column) => {
    const variableId = choices[column.source]?.variableId ?? null;
    return variableId === null ? column : { ...column, variableId };
  });
}

/** The matches with what the analyst wrote about them. */
export function withNotes(matches: readonly ColumnMatch[], choices: MatchChoices): ColumnMatch[] {
  return matches.map((match) => {
    const note = match.source === null ? '' : (choices[match.source]?.note.trim() ?? '');
    return note === '' ? match : { ...match, note };
  });
}

/** The matched columns as the analyst decided; those still undecided stay as proposed. */
export function withChoices(
  matched: readonly ColumnPlan[],
  given: {
    own: readonly ColumnPlan[];
    matches: readonly ColumnMatch[];
    choices: MatchChoices;
    instrument: Instrument | null;
  },
): ColumnPlan[] {
  const { instrument, choices } = given;
  if (!instrument) return [...matched];
  const ownOf = new Map(given.own.map((column) => [column.source, column]));
  const matchOf = new Map(given.matches.map((match) => [match.source, match]));
  const taken = new Set(instrument.variables.map(({ name }) => name));
  return matched.map((column) => {
    const choice = choices[column.source];
    const answer = choice?.answer ?? null;
    const own = ownOf.get(column.source);
    const match = matchOf.get(column.source);
    if (answer === null || !own) return column;
    if (answer === 'drop') return { ...column, action: 'drop' };
    if (answer === 'new') return { ...own, variableId: null, name: freeName(own.name, taken) };
    const variable = instrument.variables.find(({ id }) => id === match?.variableId);
    if (!choice || !match || !variable) return column;
    const asked = column.variableId === null ? adopted(own, variable) : column;
    return withOwnRecodes(answered(asked, own, match, variable, answer), variable, choice);
  });
}

function answered(
  column: ColumnPlan,
  own: ColumnPlan,
  match: ColumnMatch,
  variable: Variable,
  answer: Exclude<MatchAnswer, 'new' | 'drop'>,
): ColumnPlan {
  const proposed = match.proposal?.recodes ?? [];
  const isApplied = (match.proposal?.recodesApplied ?? false) && proposed.length > 0;
  if (answer === 'as-is') {
    if (!isApplied) return column;
    // What would have been read as an answer of the instrument stays an answer of its own.
    const known = new Set(column.options.map(({ value }) => value));
    const kept = own.options.filter(({ value }) => !known.has(value));
    return { ...column, recodes: own.recodes, options: [...column.options, ...kept] };
  }
  if (isApplied) return column;
  const recodes = proposed.length > 0 ? proposed : answer === 'turn' ? turnedRecodes(variable) : [];
  const known = new Set(variable.options.map(({ value }) => value));
  const froms = new Set(recodes.map(({ from }) => from));
  return {
    ...column,
    recodes: followed(own.recodes, recodes),
    options: column.options.filter(({ value }) => known.has(value) || !froms.has(value)),
  };
}

/** The plan as the variable asks for it, where the match left it apart. */
function adopted(own: ColumnPlan, variable: Variable): ColumnPlan {
  return {
    ...own,
    variableId: variable.id,
    name: variable.name,
    label: variable.label,
    type: variable.type,
    role: variable.role,
    options: variable.options,
    missingCodes: [...new Set([...variable.missingCodes, ...own.missingCodes])],
    notApplicableCodes: [...new Set([...variable.notApplicableCodes, ...own.notApplicableCodes])],
    optionSeparator: variable.type === 'multiple' ? (own.optionSeparator ?? '; ') : null,
    identity: variable.identity,
    standard: variable.standard,
    unit: variable.unit,
  };
}

function withOwnRecodes(column: ColumnPlan, variable: Variable, { recodes }: MatchChoice): ColumnPlan {
  if (recodes.length === 0) return column;
  const known = new Set(variable.options.map(({ value }) => value));
  const froms = new Set(recodes.map(({ from }) => from));
  return {
    ...column,
    recodes: followed(column.recodes, recodes),
    options: column.options.filter(({ value }) => known.has(value) || !froms.has(value)),
  };
}

/** Each answer of a scale read as the one at the same distance from its other end. */
export function turnedRecodes({ options }: Pick<Variable, 'options'>): Recode[] {
  return options.flatMap(({ value }, index) => {
    const to = options[options.length - 1 - index]?.value ?? value;
    return to === value ? [] : [{ from: value, to }];
  });
}

/** One recoding after another, as the single one that is applied. */
function followed(own: readonly Recode[], added: readonly Recode[]): Recode[] {
  const next = new Map(added.map(({ from, to }) => [from, to]));
  const through = own.map(({ from, to }) => ({ from, to: to === null ? null : (next.get(to) ?? to) }));
  const known = new Set(own.map(({ from }) => from));
  return [...through, ...added.filter(({ from }) => !known.has(from))];
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${count}`;
  return free;
}

/** The differences of columns that are kept and ask for a decision, those whose evidence is thin first. */
export function matchesToDecide(matches: readonly ColumnMatch[], own: readonly ColumnPlan[]): ColumnMatch[] {
  const left = new Set(own.filter(({ action }) => action === 'drop').map(({ source }) => source));
  const claimed = claimedVariables(matches);
  const asked = matches.filter(
    (match) => needsDecision(match, claimed) && match.source !== null && !left.has(match.source),
  );
  return [...asked.filter((match) => !isWellFounded(match)), ...asked.filter(isWellFounded)];
}

/** Those of the differences that nobody has decided yet. */
export function undecidedMatches(
  matches: readonly ColumnMatch[],
  own: readonly ColumnPlan[],
  choices: MatchChoices,
): ColumnMatch[] {
  return matchesToDecide(matches, own).filter(
    ({ source }) => source === null || (choices[source]?.answer ?? null) === null,
  );
}

/** Those still undecided that rest on enough to be accepted together. */
export function decidedTogether(matches: readonly ColumnMatch[], choices: MatchChoices): ColumnMatch[] {
  return matches.filter(
    (match) =>
      isWellFounded(match) && match.source !== null && (choices[match.source]?.answer ?? null) === null,
  );
}

import type { Call, ParsedInput } from '../../../shared/contract';
import type { Distribution } from '../../../shared/domain/comparison';
import type { Variable, VariableOption } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { answeredVariables } from '../indicators/compute-statistics';
import { requireVariable, wasSkipped } from '../indicators/condition-sql';
import { type GroupingSet, keyExpression, rollUp } from '../indicators/grouping';
import type { GroupStatistics } from '../indicators/statistics';
import { cellAddress } from '../privacy/suppression';
import { getInstrument, getWave, readSettings, waveTable } from '../projects/open-project';
import { notApplicableOf } from './cells';
import { assertGroups, breakdownSets, type GroupPlace, groupTable, listPlaces, optionsOf } from './groups';
import { privacyThreshold } from './plan';
import { protectGroups } from './protect';

type Input = ParsedInput<'variable.distribution'>;
type Group = Distribution['groups'][number];

/** How many distinct answers are told apart; a variable with more is not one to be counted answer by answer. */
export const largestOptionList = 100;

/**
 * Answers to a categorical, ordinal, yes/no, multiple or whole-number variable, option by option, for each wave and
 * group, behind the privacy gate. Options come in the instrument's order; answers outside them follow. Throws
 * `wave-missing`, `variable-missing`, `variable-type`, `waves-share-no-variable`.
 */
export async function computeDistribution(
  context: Pick<EngineContext, 'project'>,
  input: Input,
  call: Call,
): Promise<Distribution> {
  return context.project().read(call.signal, async (session) => {
    const plan = await planDistribution(session, input);
    const counted: CountedWave[] = [];
    for (const wave of plan.waves) counted.push(await countWave(session, plan, wave));
    return assemble(plan, counted);
  });
}

type Plan = {
  variable: Variable;
  breakdown: Variable[];
  variables: readonly Variable[];
  waves: Wave[];
  threshold: number;
};
/** Null where the wave did not ask the variable (or, for `sets`, not the breakdown). */
type CountedWave = { wave: Wave; counts: OptionCount[] | null; sets: GroupingSet[] | null };
type OptionCount = { group: string | null; option: string; count: number };

async function planDistribution(session: Session, input: Input): Promise<Plan> {
  const waves: Wave[] = [];
  for (const id of new Set(input.waveIds)) waves.push(await getWave(session, id));
  const [first] = waves;
  if (!first) throw new AppError('wave-missing', { waveId: '' });
  const stranger = waves.find(({ instrumentId }) => instrumentId !== first.instrumentId);
  if (stranger) {
    throw new AppError('waves-share-no-variable', { baseline: first.name, followUp: stranger.name });
  }
  const instrument = await getInstrument(session, first.instrumentId);
  const { variables } = instrument;
  const find = (variableId: string): Variable => {
    const variable = variables.find(({ id }) => id === variableId);
    if (!variable) throw new AppError('variable-missing', { variableId });
    return variable;
  };
  const variable = find(input.variableId);
  if (
    variable.identity !== null ||
    ['identifier', 'text', 'date', 'datetime', 'decimal'].includes(variable.type)
  ) {
    throw new AppError('variable-type', {
      variableId: variable.id,
      variable: variable.label,
      type: variable.type,
    });
  }
  const breakdown = input.breakdown.map(find);
  breakdown.forEach(assertGroups);
  const threshold = privacyThreshold(await readSettings(session), input.audience, instrument);
  return { variable, breakdown, variables, waves, threshold };
}

async function countWave(session: Session, plan: Plan, wave: Wave): Promise<CountedWave> {
  const answered = answeredVariables(plan.variables, wave);
  if (!answered.has(plan.variable.id)) return { wave, counts: null, sets: null };
  const groups = plan.breakdown.filter(({ id }) => answered.has(id));
  const keys = groups.map(({ id }) => id as string);
  const [group] = groups;
  const groupSql = group ? keyExpression(requireVariable(answered, group.id)) : sql`null::varchar`;
  const column = ident(plan.variable.id);
  const table = ident(waveTable(wave.id));
  const outside = wasSkipped(requireVariable(answered, plan.variable.id));
  const sizes = await session.all(
    sql`select ${groupSql} as g, count(*) as people, count(${column}) as n${outside ? sql`, count_if(${outside}) as outside` : sql``}
        from ${table} group by all`,
  );
  const source: Sql =
    plan.variable.type === 'multiple'
      ? sql`(select ${groupSql} as g, unnest(list_distinct(${column})) as o from ${table} where ${column} is not null)`
      : sql`(select ${groupSql} as g, ${column}::varchar as o from ${table} where ${column} is not null)`;
  const rows = await session.all(
    sql`select g, o, count(*) as size from ${source} group by ${join([ident('g'), ident('o')])}`,
  );
  const finest = sizes.map((row): GroupStatistics => {
    const people = asCount(row.people);
    const n = asCount(row.n);
    const notAsked = outside ? asCount(row.outside) : 0;
    const answers = {
      asked: people - notAsked,
      n,
      missing: people - notAsked - n,
      ...(outside ? { notApplicable: notAsked } : {}),
    };
    return {
      values: keys.map(() => (row.g === null ? null : String(row.g))),
      people,
      statistics: [{ shape: 'share', ...answers, x: n }],
    };
  });
  const sets = breakdownSets(keys).map((set) => ({ variableIds: set, groups: rollUp(finest, keys, set) }));
  const counts = rows.map((row) => ({
    group: row.g === null ? null : String(row.g),
    option: String(row.o),
    count: asCount(row.size),
  }));
  return { wave, counts, sets };
}

function assemble(plan: Plan, counted: readonly CountedWave[]): Distribution {
  const { variable, breakdown } = plan;
  const options = listOptions(
    variable,
    counted.flatMap(({ counts }) => (counts ?? []).map(({ option }) => option)),
  );
  const places = listPlaces(
    breakdown,
    counted.flatMap(({ sets }) => sets ?? []),
  );
  return {
    variableId: variable.id,
    label: variable.label,
    isOrdinal: variable.type === 'ordinal' || variable.type === 'integer',
    isMultiple: variable.type === 'multiple',
    options,
    groups: counted.flatMap((wave) => describeWave(plan, wave, places, options)),
  };
}

function describeWave(
  plan: Plan,
  { wave, counts, sets }: CountedWave,
  places: readonly GroupPlace[],
  options: readonly VariableOption[],
): Group[] {
  const breakdown = plan.breakdown.map(({ id }) => id as string);
  const table = groupTable(breakdown, sets ?? []);
  const statisticsAt = (place: GroupPlace) => table.get(cellAddress(place))?.statistics[0] ?? null;
  // A distribution rests on the same people as a share of them.
  const [hidden = new Set<string>()] = protectGroups(places, table, [{ kind: 'proportion' }], plan.threshold);
  return places.map((place): Group => {
    const base = { waveId: wave.id, key: place.key };
    const nothing = options.map(() => null);
    if (hidden.has(cellAddress(place))) {
      return { ...base, status: 'suppressed', n: null, missing: null, counts: nothing };
    }
    const statistics = statisticsAt(place);
    if (!statistics || !counts) {
      return { ...base, status: 'empty', n: counts ? 0 : null, missing: counts ? 0 : null, counts: nothing };
    }
    const [part] = place.key;
    const own = counts.filter(({ group }) => part === undefined || group === part.value);
    return {
      ...base,
      status: statistics.n === 0 ? 'empty' : 'shown',
      n: statistics.n,
      missing: statistics.missing,
      ...notApplicableOf(statistics, plan.threshold),
      counts: options.map(({ value }) =>
        own.filter(({ option }) => option === value).reduce((sum, { count }) => sum + count, 0),
      ),
    };
  });
}

/**
 * The options of a variable in the instrument's order, and after them the other answers that were seen. Throws
 * `variable-type` where there are more than can be told apart.
 */
export function listOptions(variable: Variable, seen: Iterable<string>): VariableOption[] {
  const known = optionsOf(variable);
  const others = [...new Set(seen)]
    .filter((value) => !known.some((option) => option.value === value))
    .sort((left, right) => left.localeCompare(right, 'es', { numeric: true }));
  if (known.length + others.length > largestOptionList) {
    throw new AppError('variable-type', {
      variableId: variable.id,
      variable: variable.label,
      type: variable.type,
      answers: known.length + others.length,
      limit: largestOptionList,
    });
  }
  return [...known, ...others.map((value) => ({ value, label: value }))];
}

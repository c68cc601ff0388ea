import type { DesignHint } from '../../../shared/domain/design';
import { isNumeric, type Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, asNumber, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { groupExpression } from '../indicators/grouping';
import { waveTable } from '../projects/open-project';

const weightName =
  /(^|_)(peso|pesos|pond|ponderador|ponderacion|factor|fexp|expr|expansion|weight|weights|wt|wgt|pw|pweight|fac)(_|$)/;
// What a child weighs is no sampling weight.
const bodyWeight = /kg|kilo|talla|estatura|corporal|nacer/;
const clusterName =
  /(^|_)(rbd|dgv_rbd|escuelas?|colegios?|liceos?|establecimientos?|jardin|sede|curso|sala|school|schools|class|classroom|conglomerado|cluster|upm|psu|dnum|manzana|hogar|household)(_|$)/;
const stratumName =
  /(^|_)(region|comuna|provincia|estrato|estratos|stratum|strata|zona|area|macrozona|stype)(_|$)/;

const groupable: readonly Variable['type'][] = ['single', 'ordinal', 'text', 'integer', 'identifier'];
const mostClusters = 500;
const mostStrata = 100;
const weighty = 0.95;

/** Columns of a wave that look like weights, clusters or strata, the likeliest first; from names and values. */
export async function columnHints(
  session: Session,
  wave: Wave,
  variables: readonly Variable[],
): Promise<DesignHint[]> {
  const answered = variables.filter(({ id, role }) => wave.variableIds.includes(id) && role !== 'identifier');
  const table = ident(waveTable(wave.id));
  const hints: DesignHint[] = [];
  const groups = answered.filter(({ type, identity }) => groupable.includes(type) && identity === null);
  for (const variable of groups) {
    const fact = groupFact(variable);
    if (fact === null) continue;
    const row = await session.first(
      sql`select count(*) as groups, coalesce(sum(size), 0) as people, coalesce(sum(size) filter (where size > 1), 0) as together
          from (select count(*) as size from ${table} where ${ident(variable.id)} is not null group by ${groupExpression(variable)})`,
    );
    const hint = groupHint(variable, fact, row, wave.rows);
    if (hint) hints.push(hint);
  }
  return [...(await weightHints(session, table, answered, wave.rows)), ...hints];
}

function words({ name, label }: Variable): string {
  return `${name} ${label}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_');
}

function groupFact(variable: Variable): 'cluster' | 'stratum' | null {
  // A whole question may mention a school without naming one.
  if (words({ ...variable, label: '' }).length > 40) return null;
  const text = variable.label.length > 60 ? words({ ...variable, label: '' }) : words(variable);
  if (stratumName.test(text) && !clusterName.test(text)) return 'stratum';
  return clusterName.test(text) ? 'cluster' : null;
}

function groupHint(
  variable: Variable,
  fact: 'cluster' | 'stratum',
  row: Row | null,
  rows: number,
): DesignHint | null {
  const groups = asCount(row?.groups ?? 0);
  const people = asNumber(row?.people) ?? 0;
  const together = asNumber(row?.together) ?? 0;
  const most = fact === 'cluster' ? mostClusters : mostStrata;
  if (groups < 2 || groups > most || rows === 0 || people / groups < 2) return null;
  return {
    fact,
    variableId: variable.id,
    evidence: fact === 'cluster' ? 'school-like' : 'stratum-like',
    share: together / rows,
    count: groups,
  };
}

async function weightHints(
  session: Session,
  table: Sql,
  answered: readonly Variable[],
  rows: number,
): Promise<DesignHint[]> {
  const numbers = answered.filter((variable) => isNumeric(variable) && variable.identity === null);
  if (numbers.length === 0 || rows === 0) return [];
  const columns = numbers.flatMap(({ id }, index) => {
    const value = sql`${ident(id)}::double`;
    return [
      sql`count_if(${value} > 0) as ${ident(`positive${index}`)}`,
      sql`count_if(${value} < 0) as ${ident(`negative${index}`)}`,
      sql`count_if(${value} <> round(${value})) as ${ident(`fractions${index}`)}`,
      sql`count(distinct ${value}) as ${ident(`values${index}`)}`,
      sql`avg(${value}) as ${ident(`mean${index}`)}`,
    ];
  });
  const row = await session.first(sql`select ${join(columns)} from ${table}`);
  if (!row) return [];
  const found = numbers.flatMap((variable, index) => {
    const count = (name: string): number => asCount(row[`${name}${index}`] ?? 0);
    const figures: NumberFigures = {
      positive: count('positive') / rows,
      negative: count('negative'),
      fractions: count('fractions') / rows,
      values: count('values'),
      mean: asNumber(row[`mean${index}`]) ?? 0,
    };
    const text = words(variable);
    const isNamed = weightName.test(text) && !bodyWeight.test(text);
    if (!looksLikeWeight(figures, isNamed, rows)) return [];
    return [{ isNamed, variable, figures }];
  });
  return found
    .sort((left, right) => Number(right.isNamed) - Number(left.isNamed))
    .map(({ variable, figures }) => ({
      fact: 'weight',
      variableId: variable.id,
      evidence: 'weight-like',
      share: figures.positive,
      count: figures.values,
    }));
}

/** `positive` and `fractions` are shares of all rows, `values` distinct ones. */
type NumberFigures = {
  positive: number;
  negative: number;
  fractions: number;
  values: number;
  mean: number;
};

// By name, any positive column. By content alone, fractions about 1, or large ones that many rows share.
function looksLikeWeight(figures: NumberFigures, isNamed: boolean, rows: number): boolean {
  const { positive, negative, fractions, values, mean } = figures;
  if (negative > 0 || positive < weighty) return false;
  if (isNamed) return true;
  if (fractions < 0.5 || values < 2) return false;
  return (mean > 0.9 && mean < 1.1) || (mean >= 10 && values <= rows / 2);
}

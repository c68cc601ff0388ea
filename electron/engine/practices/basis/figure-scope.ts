import { type Condition, conditionVariables } from '../../../../shared/domain/condition';
import type { VariableId } from '../../../../shared/domain/ids';
import {
  type MeasurementSpec,
  measurementVariables,
  type SpecOf,
} from '../../../../shared/domain/measurement';
import { assertNever } from '../../../../shared/errors';
import { ident, type Sql, sql } from '../../db/sql';
import type { KeyParts } from './figure-parts';

/**
 * How one figure cuts its measurement down. `spec` is the part of the specification it uses; `values` are answers and
 * `conditions` expressions that its rows fulfil; `keepsSplits` is false where a share is of rows of every group.
 */
export type FigureScope = {
  spec: unknown;
  variableIds: VariableId[];
  values: { id: VariableId; value: string | null }[];
  conditions: Sql[];
  keepsSplits: boolean;
};

/** What a figure uses, by the scheme of its key (docs/decisions/0022-measurements.md). */
export function figureScope(spec: MeasurementSpec, parts: KeyParts): FigureScope {
  switch (spec.kind) {
    case 'figures':
      return scope(withoutGroups(spec), []);
    case 'cases':
      return casesScope(spec, parts);
    case 'meetings':
      return meetingsScope(spec, parts);
    case 'attendance':
      return attendanceScope(spec, parts);
    case 'funnel':
      return funnelScope(spec, parts);
    case 'coverage':
      return scope(withoutGroups(spec), own(spec));
    case 'ledger':
      return ledgerScope(spec, parts);
    case 'coding': {
      const code = parts.of.get('code');
      const codes = spec.codes.filter(
        ({ id, mergedInto }) => code === undefined || id === code || mergedInto === code,
      );
      return scope({ ...withoutGroups(spec), codes }, own(spec));
    }
    case 'contrast':
      return scope(withoutGroups(spec), own(spec));
    default:
      return assertNever(spec);
  }
}

function scope(spec: unknown, variableIds: VariableId[], more: Partial<FigureScope> = {}): FigureScope {
  return { spec, variableIds, values: [], conditions: [], keepsSplits: true, ...more };
}

/** A specification without what other figures of it are told by. */
function withoutGroups(spec: MeasurementSpec): MeasurementSpec {
  const rest = { ...spec };
  if ('indicatorIds' in rest) rest.indicatorIds = [];
  if ('splitIds' in rest) rest.splitIds = [];
  if ('splitId' in rest) rest.splitId = null;
  if ('breakdownId' in rest) rest.breakdownId = null;
  if (rest.kind === 'coding') rest.stageId = null;
  return rest;
}

/** The variables of a specification apart from its filter and groups. */
function own(spec: MeasurementSpec): VariableId[] {
  return measurementVariables({ ...withoutGroups(spec), filter: null });
}

const dayFormats = { year: '%Y', month: '%Y-%m', week: '%G-W%V' } as const;

/** The period a day falls into, written as in a key. */
function periodOf(dateId: VariableId, period: string): Sql {
  const column = ident(dateId);
  if (period.includes('H')) {
    return sql`strftime(${column}, '%Y') || case when month(${column}) <= 6 then '-H1' else '-H2' end`;
  }
  if (period.includes('Q')) return sql`strftime(${column}, '%Y') || '-Q' || quarter(${column})::varchar`;
  const kind = period.includes('W') ? 'week' : period.length === 4 ? 'year' : 'month';
  return sql`strftime(${column}, ${dayFormats[kind]})`;
}

function casesScope(spec: SpecOf<'cases'>, { measure, of }: KeyParts): FigureScope {
  const { dateId, resolvedId, cutDate } = spec;
  const slug = of.get('standard');
  const isOfStandards = measure.includes('standard') || measure === 'change';
  const standards = isOfStandards ? spec.standards.filter(({ id }) => slug === undefined || id === slug) : [];
  const needsEnd = ['open-cases', 'closed-cases', 'median-days'].includes(measure);
  const variableIds = [
    dateId,
    ...(needsEnd && resolvedId ? [resolvedId] : []),
    ...standards.flatMap(({ condition }) => conditionVariables(condition)),
  ];
  const period = of.get('period');
  const phase = of.get('phase');
  const conditions = [
    ...(measure === 'cases' && period ? [sql`${periodOf(dateId, period)} = ${period}`] : []),
    ...(phase && cutDate ? [phaseOf(dateId, cutDate, phase)] : []),
  ];
  const rest = { ...withoutGroups(spec), standards };
  return scope(rest, variableIds, { conditions, keepsSplits: measure !== 'case-share' });
}

function phaseOf(dateId: VariableId, cutDate: string, phase: string): Sql {
  const day = sql`${ident(dateId)}::date`;
  return phase === 'after' ? sql`${day} >= ${cutDate}::date` : sql`${day} < ${cutDate}::date`;
}

function meetingsScope(spec: SpecOf<'meetings'>, { measure, of }: KeyParts): FigureScope {
  const { dateId, bodyId } = spec;
  const body = of.get('body');
  const period = of.get('period');
  const values = body !== undefined && bodyId ? [{ id: bodyId, value: body }] : [];
  const schedule = spec.schedule.filter((each) => body === undefined || each.body === body);
  const isOfPeriod = measure === 'meetings-held' && period !== undefined;
  const conditions = isOfPeriod ? [sql`${periodOf(dateId, period)} = ${period}`] : [];
  return scope({ ...spec, schedule }, own(spec), { values, conditions });
}

function attendanceScope(spec: SpecOf<'attendance'>, { measure, of }: KeyParts): FigureScope {
  const session = of.get('session');
  const period = of.get('period');
  // Retention looks back at the session before.
  const values =
    measure === 'attendances' && session !== undefined ? [{ id: spec.sessionId, value: session }] : [];
  const conditions = period && spec.dateId ? [sql`${periodOf(spec.dateId, period)} = ${period}`] : [];
  return scope(withoutGroups(spec), own(spec), { values, conditions });
}

function funnelScope(spec: SpecOf<'funnel'>, { measure, of }: KeyParts): FigureScope {
  const place = spec.stages.findIndex(({ id }) => id === of.get('stage'));
  const first =
    measure === 'from-first' ? [0, place] : measure === 'from-previous' ? [place - 1, place] : null;
  const used = spec.stages.filter((_, index) => {
    if (place < 0) return true;
    if (measure === 'reached') return index === place;
    return first ? first.includes(index) : index <= place;
  });
  const conditions = used.flatMap(({ condition }): Condition[] => (condition ? [condition] : []));
  return scope({ ...withoutGroups(spec), stages: used }, conditions.flatMap(conditionVariables));
}

function ledgerScope(spec: SpecOf<'ledger'>, { measure, of }: KeyParts): FigureScope {
  const { dateId, itemId } = spec;
  const item = of.get('item');
  const period = of.get('period');
  const label = period === undefined ? null : periodOf(dateId, period);
  const conditions =
    label === null
      ? []
      : // A balance carries everything before it along.
        [measure === 'balance' ? sql`${label} <= ${period ?? ''}` : sql`${label} = ${period ?? ''}`];
  const values = item === undefined ? [] : [{ id: itemId, value: item }];
  const openings = spec.openings.filter((each) => item === undefined || each.item === item);
  return scope({ ...spec, openings }, own(spec), { values, conditions });
}

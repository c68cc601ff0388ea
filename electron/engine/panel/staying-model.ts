import type { Variable } from '../../../shared/domain/instrument';
import type { AttritionWeighting } from '../../../shared/domain/panel';
import { normalCritical } from '../../../shared/stats/distributions';
import { type FactorPattern, fitStaying, type StayingFit } from '../../../shared/stats/panel/staying';
import { isBelow } from '../privacy/suppression';
import { type CategoryTable, categoryTable } from './attrition';
import { stayedVariable } from './baseline-view';
import { groupsOf, type MeasuredPanel } from './measure';
import type { PanelPlan } from './plan';

// With more terms the model says little of each, and takes long.
const mostTerms = 100;
const joinedKey = 'joined';

/** A category of the model, or several put together because one of them is hidden in the table of staying. */
type Level = { key: string; labels: string[] };
type Factor = { variable: Variable; table: CategoryTable; levels: Level[] };
type Facts = Pick<AttritionWeighting, 'joined' | 'separated'>;

/** The fitted model; `patterns` name people with the same categories by those categories. */
export type StayingModel = {
  factors: readonly Factor[];
  fit: StayingFit;
  patterns: ReadonlyMap<string, { people: number; stayed: number; chance: number }>;
  people: number;
  stayed: number;
};

export type ModelResult = Facts & ({ model: StayingModel; reason: null } | { model: null; reason: string });

/**
 * The chance of being found again by the composition at the baseline. Categories of which a cell is hidden in the table
 * of staying are put together first: what the model then tells follows from what that table shows.
 */
export function modelStaying(plan: PanelPlan, measured: MeasuredPanel): ModelResult {
  const all = measured.compositionBefore.map((variable) => factorOf(plan, measured, variable));
  const joined = all.flatMap(({ variable, levels }) =>
    levels.filter(({ key }) => key === joinedKey).map(({ labels }) => ({ variableId: variable.id, labels })),
  );
  const absent = (reason: string, separated: Facts['separated'] = []): ModelResult => ({
    model: null,
    joined,
    separated,
    reason,
  });
  if (all.length === 0) return absent('no-composition-variables');
  const factors = all.filter(({ levels }) => levels.length > 1);
  if (factors.length === 0) return absent(joined.length > 0 ? 'protected' : 'no-variation');
  const width = factors.reduce((sum, { levels }) => sum + levels.length - 1, 1);
  if (width > mostTerms) return absent('too-many-categories');
  const counted = countPatterns(measured, factors);
  const patterns = [...counted.values()];
  const result = fitStaying(
    patterns,
    factors.map(({ levels }) => levels.length),
  );
  const separated = (result.fit ?? result).separated.flatMap(({ factor, level, side }) => {
    const variableId = factors[factor]?.variable.id;
    return variableId ? [{ variableId, label: labelOf(factors, factor, level), side }] : [];
  });
  if (!result.fit) return absent(result.reason, separated);
  const { fit } = result;
  return {
    joined,
    separated,
    reason: null,
    model: {
      factors,
      fit,
      patterns: new Map(
        [...counted].map(([name, { trials, successes }], index) => [
          name,
          { people: trials, stayed: successes, chance: fit.chances[index] ?? 0 },
        ]),
      ),
      people: patterns.reduce((sum, { trials }) => sum + trials, 0),
      stayed: patterns.reduce((sum, { successes }) => sum + successes, 0),
    },
  };
}

/**
 * True where variables crossed with each other and with staying make small groups. Chances and margins together give the
 * people of every such group back (two sexes by schools: one equation a school), so the model's figures are not told.
 */
export function areTermsTelling({ factors, patterns }: StayingModel, threshold: number): boolean {
  if (factors.length < 2) return false;
  return [...patterns.values()].some(({ people, stayed }) =>
    isBelow(threshold, people, stayed, people - stayed),
  );
}

/** The pattern of a group of the baseline, given its values of all composition variables asked there. */
export function patternName(
  factors: readonly Factor[],
  variables: readonly Pick<Variable, 'id'>[],
  values: readonly (string | null)[],
): string {
  return JSON.stringify(levelsOf(factors, variables, values));
}

/** The terms of the model in words: each category against the first of its variable that is in the model. */
export function describeTerms(
  { factors, fit }: StayingModel,
  { coverage, confidenceLevel }: PanelPlan['declared'],
): NonNullable<AttritionWeighting['model']>['terms'] {
  const z = normalCritical(confidenceLevel);
  return fit.terms.flatMap(({ factor, level, reference, coefficient, standardError }) => {
    const variable = factors[factor]?.variable;
    if (!variable) return [];
    const hasInterval = coefficient !== null && standardError !== null && coverage === 'sample';
    return [
      {
        variableId: variable.id,
        label: labelOf(factors, factor, level),
        referenceLabel: labelOf(factors, factor, reference),
        oddsRatio: coefficient === null ? null : Math.exp(coefficient),
        interval: hasInterval
          ? {
              lower: Math.exp(coefficient - z * standardError),
              upper: Math.exp(coefficient + z * standardError),
              level: confidenceLevel,
            }
          : null,
      },
    ];
  });
}

function labelOf(factors: readonly Factor[], factor: number, level: number): string {
  return factors[factor]?.levels[level]?.labels.join(' + ') ?? '';
}

function levelKey(table: CategoryTable, value: string | null): string {
  const isHidden = table.isHidden(value, 'stayed') || table.isHidden(value, 'left');
  return isHidden ? joinedKey : JSON.stringify(value);
}

function levelsOf(
  factors: readonly Factor[],
  variables: readonly Pick<Variable, 'id'>[],
  values: readonly (string | null)[],
): number[] {
  return factors.map(({ variable, table, levels }) => {
    const value = values[variables.findIndex(({ id }) => id === variable.id)] ?? null;
    const key = levelKey(table, value);
    return levels.findIndex((level) => level.key === key);
  });
}

function factorOf(plan: PanelPlan, measured: MeasuredPanel, variable: Variable): Factor {
  const table = categoryTable(plan, measured, variable);
  const levels = new Map<string, Level>();
  for (const { value, label } of table.categories) {
    const key = levelKey(table, value);
    const level = levels.get(key) ?? { key, labels: [] };
    level.labels.push(label);
    levels.set(key, level);
  }
  return { variable, table, levels: [...levels.values()] };
}

function countPatterns(
  { baseline, compositionBefore }: MeasuredPanel,
  factors: readonly Factor[],
): Map<string, FactorPattern> {
  const ids = [...compositionBefore.map(({ id }) => id as string), stayedVariable.id];
  const counted = new Map<string, FactorPattern>();
  for (const { values, people } of groupsOf(baseline.people, ids)) {
    const levels = levelsOf(factors, compositionBefore, values);
    const name = JSON.stringify(levels);
    const known = counted.get(name);
    const stayed = values.at(-1) === 'true' ? people : 0;
    counted.set(name, {
      levels,
      trials: (known?.trials ?? 0) + people,
      successes: (known?.successes ?? 0) + stayed,
    });
  }
  return counted;
}

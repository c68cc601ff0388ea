import type { Variable } from '../../../shared/domain/instrument';
import type { AttritionWeighting } from '../../../shared/domain/panel';
import { normalCritical } from '../../../shared/stats/distributions';
import { type CovariatePattern, fitLogistic, type LogisticFit } from '../../../shared/stats/panel/logistic';
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

/** People with the same categories, as a name made of those categories. */
export type StayingModel = {
  factors: readonly Factor[];
  fit: LogisticFit;
  patterns: ReadonlyMap<string, { stayed: number; chance: number }>;
  people: number;
  stayed: number;
};

export type StayingResult =
  | { model: StayingModel; joined: AttritionWeighting['joined']; reason: null }
  | { model: null; joined: AttritionWeighting['joined']; reason: string };

/**
 * The chance of being found again by the composition at the baseline. Categories of which a cell is hidden in the table
 * of staying are put together first: what the model then tells follows from what that table shows.
 */
export function modelStaying(plan: PanelPlan, measured: MeasuredPanel): StayingResult {
  const all = measured.compositionBefore.map((variable) => factorOf(plan, measured, variable));
  const joined = all.flatMap(({ variable, levels }) =>
    levels.filter(({ key }) => key === joinedKey).map(({ labels }) => ({ variableId: variable.id, labels })),
  );
  const absent = (reason: string): StayingResult => ({ model: null, joined, reason });
  if (all.length === 0) return absent('no-composition-variables');
  const factors = all.filter(({ levels }) => levels.length > 1);
  if (factors.length === 0) return absent(joined.length > 0 ? 'protected' : 'no-variation');
  const width = factors.reduce((sum, { levels }) => sum + levels.length - 1, 1);
  if (width > mostTerms) return absent('too-many-categories');
  const counted = countPatterns(measured, factors);
  const names = [...counted.keys()];
  const patterns = names.map((name) => counted.get(name) ?? { covariates: [], trials: 0, successes: 0 });
  const { fit, reason } = fitLogistic(patterns);
  if (!fit) return absent(reason);
  return {
    joined,
    reason: null,
    model: {
      factors,
      fit,
      patterns: new Map(
        names.map((name, index) => [
          name,
          { stayed: patterns[index]?.successes ?? 0, chance: fit.fitted[index] ?? 0 },
        ]),
      ),
      people: patterns.reduce((sum, { trials }) => sum + trials, 0),
      stayed: patterns.reduce((sum, { successes }) => sum + successes, 0),
    },
  };
}

/** The pattern of a group of the baseline, given its values of all composition variables asked there. */
export function patternName(
  factors: readonly Pick<Factor, 'variable' | 'table' | 'levels'>[],
  variables: readonly Pick<Variable, 'id'>[],
  values: readonly (string | null)[],
): string {
  return JSON.stringify(
    factors.map((factor) => {
      const value = values[variables.findIndex(({ id }) => id === factor.variable.id)] ?? null;
      return levelKey(factor.table, value);
    }),
  );
}

/** The terms of the model in words: each category against the first of its variable. */
export function describeTerms(
  { factors, fit }: StayingModel,
  { coverage, confidenceLevel }: PanelPlan['declared'],
): NonNullable<AttritionWeighting['model']>['terms'] {
  const z = normalCritical(confidenceLevel);
  let column = 0;
  return factors.flatMap(({ variable, levels }) => {
    const [reference, ...others] = levels;
    return others.map(({ labels }) => {
      column += 1;
      const coefficient = fit.coefficients[column] ?? null;
      const standardError = fit.standardErrors[column] ?? null;
      const hasInterval = coefficient !== null && standardError !== null && coverage === 'sample';
      return {
        variableId: variable.id,
        label: labels.join(' + '),
        referenceLabel: reference?.labels.join(' + ') ?? '',
        oddsRatio: coefficient === null ? null : Math.exp(coefficient),
        interval: hasInterval
          ? {
              lower: Math.exp(coefficient - z * standardError),
              upper: Math.exp(coefficient + z * standardError),
              level: confidenceLevel,
            }
          : null,
      };
    });
  });
}

function levelKey(table: CategoryTable, value: string | null): string {
  const isHidden = table.isHidden(value, 'stayed') || table.isHidden(value, 'left');
  return isHidden ? joinedKey : JSON.stringify(value);
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
): Map<string, CovariatePattern> {
  const ids = [...compositionBefore.map(({ id }) => id as string), stayedVariable.id];
  const counted = new Map<string, CovariatePattern>();
  for (const { values, people } of groupsOf(baseline.people, ids)) {
    const name = patternName(factors, compositionBefore, values);
    const known = counted.get(name);
    const stayed = values.at(-1) === 'true' ? people : 0;
    counted.set(name, {
      covariates: known?.covariates ?? covariatesOf(factors, name),
      trials: (known?.trials ?? 0) + people,
      successes: (known?.successes ?? 0) + stayed,
    });
  }
  return counted;
}

function covariatesOf(factors: readonly Factor[], name: string): number[] {
  // Safe: the name was made of these keys.
  const keys = JSON.parse(name) as string[];
  return [
    1,
    ...factors.flatMap(({ levels }, index) =>
      levels.slice(1).map(({ key }) => (key === keys[index] ? 1 : 0)),
    ),
  ];
}

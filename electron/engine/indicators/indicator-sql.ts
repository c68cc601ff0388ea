import type { AbsenceReason } from '../../../shared/domain/comparison';
import {
  type IndicatorDraft,
  indicatorVariables,
  isAgainstBaseline,
  type Measure,
} from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError, assertNever } from '../../../shared/errors';
import type { BoundsTransform } from '../../../shared/stats/scale/bounds';
import { ident, join, type Sql, sql } from '../db/sql';
import { compileCondition, requireVariable, type VariableLookup, wasSkipped } from './condition-sql';

/**
 * Where the items of an index stand against the baseline, for every wave alike: one transform an item, or null for the
 * reason given. The transforms hold answers of single persons and must not leave the engine, not even hashed.
 */
export type Placement = { wave: Pick<Wave, 'id' | 'dataSha256'> } & ItemBounds;
export type ItemBounds =
  | { transforms: readonly BoundsTransform[]; absence: null }
  | { transforms: null; absence: AbsenceReason };

/** The part of an indicator that decides which figure each row gives; an index against the baseline is placed first. */
export type Measured = Pick<IndicatorDraft, 'measure' | 'filter' | 'missingRule'> & { placement?: Placement };

/**
 * What one row contributes to an indicator, as expressions that are null where the row has no valid answer.
 * `share`: a yes or no. `value`: a number. `pair`: numerator and denominator, both null unless both are known;
 * `answered` is null where the row has figures without an answer, because silence counts as no.
 */
export type RowFigures =
  | { shape: 'share'; yes: Sql; unansweredIsNo: boolean }
  | { shape: 'value'; value: Sql }
  | { shape: 'pair'; numerator: Sql; denominator: Sql; answered?: Sql };

/**
 * `asked` holds for rows that fulfil the filter and were put the questions; null where that is everybody. `notApplicable`
 * holds for rows that fulfil the filter and have no figure because a question was not for them ("no corresponde"); null
 * where there can be none.
 */
export type CompiledIndicator = { asked: Sql | null; notApplicable: Sql | null; figures: RowFigures };

/**
 * The expressions of an indicator over one row of a wave's table. Rows that do not fulfil the filter, or of which
 * it cannot be told, are not asked. The missing rule concerns yes/no questions only. Throws `variable-missing`,
 * `variable-type` for an index item without a score, and RangeError for an index against a baseline it was not placed on.
 */
export function compileIndicator(indicator: Measured, variables: VariableLookup): CompiledIndicator {
  const filter = indicator.filter ? compileCondition(indicator.filter, variables) : null;
  const figures = compileMeasure(indicator, variables);
  const outside = notPut(indicator, figures, variables);
  if (!outside) return { asked: filter, notApplicable: null, figures };
  return {
    asked: filter ? sql`(${filter} and not ${outside})` : sql`(not ${outside})`,
    notApplicable: filter ? sql`(${filter} and ${outside})` : outside,
    figures,
  };
}

/**
 * Rows without a figure because a question it needs was not put to them. An index lacks it only where the answers given and
 * those not asked for would have been enough. Null where every question was put to everybody.
 */
function notPut({ measure }: Measured, figures: RowFigures, variables: VariableLookup): Sql | null {
  const used = indicatorVariables({ measure, filter: null }).map((id) => requireVariable(variables, id));
  const skipped = used.flatMap((variable) => wasSkipped(variable) ?? []);
  if (skipped.length === 0) return null;
  if (measure.kind === 'index') {
    const figure = figures.shape === 'value' ? figures.value : sql`null`;
    const possible = used.map((variable) => {
      const answered = sql`${ident(variable.id)} is not null`;
      const notAsked = wasSkipped(variable);
      return notAsked ? sql`(${answered} or ${notAsked})::int` : sql`(${answered})::int`;
    });
    return sql`(${figure} is null and (${join(possible, ' + ')}) >= ${measure.minimumAnswered})`;
  }
  const any = sql`(${join(skipped, ' or ')})`;
  const silent = silentFigure(measure, figures, variables);
  return sql`(${silent} is null and ${any})`;
}

/** The figure before silence counts as anything. */
function silentFigure(measure: Measure, figures: RowFigures, variables: VariableLookup): Sql {
  if (figures.shape === 'share') return figures.yes;
  if (figures.shape === 'value') return figures.value;
  if (measure.kind !== 'rate') return figures.numerator;
  const condition = compileCondition(measure.condition, variables);
  const exposure = measure.exposureId ? ident(requireVariable(variables, measure.exposureId).id) : sql`1`;
  return sql`(case when ${exposure} is not null then ${condition} end)`;
}

function compileMeasure(indicator: Measured, variables: VariableLookup): RowFigures {
  const { measure, placement } = indicator;
  const unansweredIsNo = indicator.missingRule === 'count-as-no';
  const number = (variableId: string): Sql =>
    sql`${ident(requireVariable(variables, variableId).id)}::double`;
  switch (measure.kind) {
    case 'proportion':
      return { shape: 'share', yes: compileCondition(measure.condition, variables), unansweredIsNo };
    case 'top-box':
      return { shape: 'share', yes: compileTopBox(measure, variables), unansweredIsNo };
    case 'count':
      return {
        shape: 'share',
        yes: measure.condition ? compileCondition(measure.condition, variables) : sql`true`,
        unansweredIsNo,
      };
    case 'mean':
    case 'total':
      return { shape: 'value', value: number(measure.variableId) };
    case 'index':
      return { shape: 'value', value: compileIndex(measure, variables, placement) };
    case 'ratio':
      return jointly(number(measure.numeratorId), number(measure.denominatorId));
    case 'rate': {
      const condition = compileCondition(measure.condition, variables);
      const event = unansweredIsNo ? sql`coalesce(${condition}, false)` : condition;
      const exposure = measure.exposureId ? number(measure.exposureId) : sql`1::double`;
      const pair = jointly(sql`${event}::int::double`, exposure);
      if (!unansweredIsNo) return pair;
      return { ...pair, answered: sql`(case when ${exposure} is not null then ${condition} end)` };
    }
    default:
      return assertNever(measure);
  }
}

function jointly(numerator: Sql, denominator: Sql): Extract<RowFigures, { shape: 'pair' }> {
  return {
    shape: 'pair',
    numerator: sql`(case when ${denominator} is not null then ${numerator} end)`,
    denominator: sql`(case when ${numerator} is not null then ${denominator} end)`,
  };
}

// An answer that is no longer on the scale has no place in it, so it counts as missing.
function compileTopBox(measure: Extract<Measure, { kind: 'top-box' }>, variables: VariableLookup): Sql {
  const variable = requireVariable(variables, measure.variableId);
  const values = variable.options.map((option) => option.value);
  const top = values.slice(-measure.boxes);
  const rest = values.slice(0, -measure.boxes);
  const column = ident(variable.id);
  const branches = [
    ...(top.length > 0
      ? [sql`when ${column} in (${join(top.map((value) => sql`${value}`))}) then true`]
      : []),
    ...(rest.length > 0
      ? [sql`when ${column} in (${join(rest.map((value) => sql`${value}`))}) then false`]
      : []),
  ];
  if (branches.length === 0) return sql`null::boolean`;
  return sql`(case ${join(branches, ' ')} end)`;
}

type Scored = { score: Sql; bounds: { lowest: number; highest: number } | null };

/** Ordinal answers score 1, 2, … in the scale's order, yes/no 0 and 1, numbers themselves. */
function scoreItem(variable: Variable): Scored {
  const column = ident(variable.id);
  switch (variable.type) {
    case 'ordinal': {
      const branches = variable.options.map(
        (option, index) => sql`when ${option.value} then ${index + 1}::double`,
      );
      if (branches.length === 0) return { score: sql`null::double`, bounds: null };
      return {
        score: sql`(case ${column} ${join(branches, ' ')} end)`,
        bounds: { lowest: 1, highest: branches.length },
      };
    }
    case 'boolean':
      return { score: sql`${column}::int::double`, bounds: { lowest: 0, highest: 1 } };
    case 'integer':
    case 'decimal':
      return { score: sql`${column}::double`, bounds: null };
    case 'date':
    case 'datetime':
    case 'single':
    case 'multiple':
    case 'text':
    case 'identifier':
      throw new AppError('variable-type', {
        variableId: variable.id,
        variable: variable.label,
        type: variable.type,
      });
    default:
      return assertNever(variable.type);
  }
}

/** The score of one answer, as it enters an index before it is turned or rescaled. Throws `variable-type`. */
export function itemScore(variable: Variable): Sql {
  return scoreItem(variable).score;
}

function compileIndex(
  measure: Extract<Measure, { kind: 'index' }>,
  variables: VariableLookup,
  placement: Placement | undefined,
): Sql {
  const scores = measure.items.map((item, index) => {
    const { score, bounds } = scoreItem(requireVariable(variables, item.variableId));
    if (isAgainstBaseline(measure.scale)) {
      const transform = placement?.transforms?.[index];
      if (!transform) throw new RangeError('an index against the baseline has a place for each item');
      // Beyond the baseline's ends a score lies below 0 or above 100, and stays there.
      return sql`((${score} - ${transform.origin}::double) * ${transform.slope}::double)`;
    }
    if (bounds === null) return score;
    const { lowest, highest } = bounds;
    const turned = item.isReversed ? sql`(${lowest + highest}::double - ${score})` : score;
    if (measure.scale === 'items') return turned;
    // A scale of one option has no width: whoever answered stands at its lowest end.
    const width = highest > lowest ? highest - lowest : 1;
    return sql`((${turned} - ${lowest}::double) * 100 / ${width}::double)`;
  });
  const answered = join(
    scores.map((score) => sql`(${score} is not null)::int`),
    ' + ',
  );
  const sum = join(
    scores.map((score) => sql`coalesce(${score}, 0)`),
    ' + ',
  );
  return sql`(case when (${answered}) >= ${measure.minimumAnswered} then (${sum}) / (${answered}) end)`;
}

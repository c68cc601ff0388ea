import { ident, type Sql, sql } from '../db/sql';
import { amongAsked } from './aggregates';
import type { VariableLookup } from './condition-sql';
import { compileIndicator, type Measured, type RowFigures } from './indicator-sql';

/**
 * One wave's expressions of an indicator as columns under names of their own. `figures` are null where the row has no
 * valid answer; `asked` is null where everybody was. `answered` is true where an answer was given; null where the figures
 * tell, since silence counts as nothing.
 */
export type FigureColumns = {
  columns: Sql[];
  asked: Sql | null;
  answered: Sql | null;
  /** True where a question was not put; null where it was to everybody. */
  notApplicable: Sql | null;
  figures: Sql[];
  shape: RowFigures['shape'];
};

// The filter of a count is part of what it counts: asking only those who fulfil it twice would count the same people.
export function countedOutright(indicator: Measured): Measured {
  const { measure, filter } = indicator;
  if (measure.kind !== 'count' || filter === null) return indicator;
  const condition = measure.condition ? { op: 'all' as const, of: [filter, measure.condition] } : filter;
  return { ...indicator, filter: null, measure: { kind: 'count', condition } };
}

/** The columns of an indicator, named after `prefix`, so that several can stand in one statement. Throws `variable-missing`. */
export function figureColumns(indicator: Measured, variables: VariableLookup, prefix: string): FigureColumns {
  const { asked, figures, notApplicable } = compileIndicator(indicator, variables);
  const outsideName = notApplicable ? ident(`${prefix}_outside`) : null;
  const expressions = rowExpressions(figures);
  const names = expressions.map((_, index) => ident(`${prefix}_${index}`));
  const askedName = ident(`${prefix}_asked`);
  const columns = expressions.map((expression, index) => {
    const counted =
      figures.shape === 'share' && figures.unansweredIsNo ? sql`coalesce(${expression}, false)` : expression;
    return sql`${amongAsked(asked, counted)} as ${names[index] ?? sql``}`;
  });
  const given = silenceCounts(figures);
  const answeredName = given ? ident(`${prefix}_answered`) : null;
  return {
    columns: [
      ...columns,
      ...(given && answeredName
        ? [sql`${amongAsked(asked, sql`${given} is not null`)} as ${answeredName}`]
        : []),
      ...(asked ? [sql`coalesce(${asked}, false) as ${askedName}`] : []),
      ...(notApplicable && outsideName ? [sql`coalesce(${notApplicable}, false) as ${outsideName}`] : []),
    ],
    notApplicable: outsideName,
    asked: asked ? askedName : null,
    answered: answeredName,
    figures: names,
    shape: figures.shape,
  };
}

/** What tells whether an answer was given, where silence counts as no; null elsewhere. */
function silenceCounts(figures: RowFigures): Sql | null {
  if (figures.shape === 'share') return figures.unansweredIsNo ? figures.yes : null;
  return figures.shape === 'pair' ? (figures.answered ?? null) : null;
}

function rowExpressions(figures: RowFigures): Sql[] {
  if (figures.shape === 'share') return [figures.yes];
  return figures.shape === 'value' ? [figures.value] : [figures.numerator, figures.denominator];
}

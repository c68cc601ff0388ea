import type { IndicatorId, VariableId } from '../../../shared/domain/ids';
import type { PanelDifference, PanelFigure, PanelResult } from '../../../shared/domain/panel';
import type { FigureStyle } from '../../../shared/text/format';

export type PanelIndicator = PanelResult['indicators'][number];

/** The parts of the screen, in reading order. */
export const panelParts = ['flow', 'attrition', 'weighting', 'composition', 'standardised'] as const;
export type PanelPart = (typeof panelParts)[number];

/** What the side panel shows: the method of a part, or one row of its table. */
export type PanelDetail = { part: PanelPart; rowId: string | null };

/** One line of those who stayed against those who did not; `category` is null for an indicator. */
export type AttritionRow = {
  id: string;
  label: string;
  style: FigureStyle;
  category: { variableId: VariableId; variable: string } | null;
  indicator: PanelIndicator | null;
  stayed: PanelFigure;
  left: PanelFigure;
  difference: PanelDifference;
};

/** Above this height in pixels a table scrolls by itself; fifteen rows fit. */
export const tallestTable = 888;

/** How shares of people are written. */
export const shareStyle: FigureStyle = { kind: 'proportion', unit: '', decimals: 1 };

/** The indicators' rows, then each composition variable's categories; `unanswered` labels those who did not answer. */
export function attritionRows(result: PanelResult, unanswered: string): AttritionRow[] {
  const { attrition, indicators } = result;
  if (!attrition) return [];
  const own = attrition.indicators.flatMap((row): AttritionRow[] => {
    const indicator = indicators.find(({ id }) => id === row.indicatorId);
    if (!indicator) return [];
    const { stayed, left, difference } = row;
    return [
      {
        id: indicator.id,
        label: indicator.name,
        style: indicator,
        category: null,
        indicator,
        stayed,
        left,
        difference,
      },
    ];
  });
  const categories = attrition.composition.flatMap(({ variableId, categories: rows }) =>
    rows.map(
      ({ value, label, stayed, left, difference }): AttritionRow => ({
        id: categoryId(variableId, value),
        label: value === null ? unanswered : label,
        style: shareStyle,
        category: { variableId, variable: compositionLabel(result, variableId) },
        indicator: null,
        stayed,
        left,
        difference,
      }),
    ),
  );
  return [...own, ...categories];
}

/** What tells a category apart from all others. */
export function categoryId(variableId: VariableId, value: string | null): string {
  return JSON.stringify([variableId, value]);
}

/** The words of a composition variable. */
export function compositionLabel({ composition }: Pick<PanelResult, 'composition'>, id: VariableId): string {
  return composition.find((each) => each.id === id)?.label ?? '';
}

/** An indicator of the result with its row of a part; null where either is missing. */
export function withIndicator<Row extends { indicatorId: IndicatorId }>(
  { indicators }: Pick<PanelResult, 'indicators'>,
  rows: readonly Row[],
): { indicator: PanelIndicator; row: Row }[] {
  return rows.flatMap((row) => {
    const indicator = indicators.find(({ id }) => id === row.indicatorId);
    return indicator ? [{ indicator, row }] : [];
  });
}

/** Names without a figure put together by the reason they share, in the order they came. */
export function groupByReason(
  absent: readonly { name: string; reason: string }[],
): { reason: string; names: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { name, reason } of absent) groups.set(reason, [...(groups.get(reason) ?? []), name]);
  return [...groups].map(([reason, names]) => ({ reason, names }));
}

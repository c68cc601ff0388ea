import * as Plot from '@observablehq/plot';
import { formatValue } from '../text/format';
import { valueAxis } from './axis';
import { type BarItem, barMarks } from './bar-marks';
import { changeColumnWidth, changeMarks, changeTexts } from './change-column';
import {
  figureSentence,
  markedValue,
  rowsAlt,
  rowsLegend,
  rowsNotes,
  rowsSubtitle,
  rowsTable,
  rowsTitle,
} from './describe';
import { density, fontSizes, layoutRows, type RowLayout } from './layout';
import { rowLabelMarks, rowStates, stateMarks, targetMarks, valueAxisMarks } from './marks';
import { textWidth } from './measure';
import { palette } from './palette';
import type { RowSet } from './rows';
import type { ChartContext, ChartSpec } from './types';
import { chartWords } from './words';

const laneGap = 6;

/** Bars from zero by group or indicator, one for each wave, with interval, value and the change at the right. */
export function bars(rows: RowSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const laneHeight = density(theme).bar;
  const layout = layoutRows(rows, context, { top: 26, laneHeight, laneCount: rows.waves.length });
  const changes = rows.waves.length === 2 ? changeTexts(layout.rows, context) : [];
  const items = layout.rows.flatMap((row) => rowItems(row, rows, context));
  const valueRoom =
    Math.ceil(Math.max(0, ...items.map((item) => textWidth(item.label, fontSizes.value)))) + 16;
  const marginLeft = layout.labelWidth + 18;
  const marginRight = changeColumnWidth(changes, context);
  const target = rows.by === 'group' ? rows.indicator.target : null;
  const axis = valueAxis(
    items.flatMap((item) => [item.value, item.lower ?? 0, item.upper ?? 0, target ?? 0]),
    rows.indicator,
    locale,
    { includesZero: true, ticks: width < 560 ? 3 : 5 },
  );
  const marginBottom = target === null ? 8 : 22;
  const targetLabel =
    target === null ? '' : chartWords(locale).target(formatValue(target, rows.indicator, locale));
  return {
    kind: 'bars',
    context,
    title: rowsTitle(rows, locale),
    subtitle: rowsSubtitle(rows, locale),
    alt: rowsAlt('bars', rows, locale),
    legend: rowsLegend(rows, colours.text, locale),
    notes: rowsNotes(rows, locale),
    table: rowsTable(rows, locale),
    plot: {
      width,
      height: layout.bottom + marginBottom,
      marginTop: layout.top,
      marginBottom,
      marginLeft,
      marginRight,
      x: { domain: axis.domain, insetRight: valueRoom },
      y: { type: 'identity', axis: null },
      marks: [
        ...valueAxisMarks(axis, theme),
        ...rowLabelMarks(layout, theme, { left: marginLeft, right: marginRight }),
        ...(target === null ? [] : targetMarks(target, targetLabel, theme, layout.bottom)),
        ...barMarks(items, laneHeight - laneGap, context),
        Plot.ruleX([0], { stroke: colours.axis }),
        ...stateMarks(rowStates(layout, rows, locale), theme, 8),
        ...changeMarks(changes, context, marginRight),
      ],
    },
  };
}

function rowItems(layout: RowLayout, rows: RowSet, { locale }: ChartContext): BarItem[] {
  return layout.row.figures.flatMap((figure, wave) =>
    figure.state !== 'shown'
      ? []
      : {
          wave,
          start: 0,
          value: figure.value,
          lower: figure.interval?.lower ?? null,
          upper: figure.interval?.upper ?? null,
          y: layout.lanes[wave] ?? layout.middle,
          label: markedValue(figure, layout.row, locale),
          title: `${layout.row.label}, ${rows.waves[wave]?.name ?? ''}: ${figureSentence(figure, layout.row, rows, locale)}`,
        },
  );
}

import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { buildChart, type ChartContext, type ChartInput, type ChartSpec } from '../../shared/charts';
import type { ChartKind } from '../../shared/domain/chart';
import { type AppError, asAppError } from '../../shared/errors';
import { useLocale } from '../state/preferences';

/** A chart ready to be drawn, or why it cannot be. */
export type BuiltChart = { spec: ChartSpec; error: null } | { spec: null; error: AppError };

const widest = 1120;

/** The width in whole pixels in which a chart is built for a place of so many. */
export function figureWidth(placeWidth: number): number {
  return Math.min(widest, Math.floor(placeWidth));
}

/** Builds a chart in the reader's language and colours for a width in pixels; null while the width is unknown. */
export function useChart(kind: ChartKind, input: ChartInput, width: number): BuiltChart | null {
  const { result, indicatorId, distribution } = input;
  const build = useCallback(
    (context: ChartContext) => buildChart(kind, { result, indicatorId, distribution }, context),
    [kind, result, indicatorId, distribution],
  );
  return useBuiltChart(build, width);
}

/** The chart that `build` makes, built again whenever `build` is another function. */
export function useBuiltChart(build: (context: ChartContext) => ChartSpec, width: number): BuiltChart | null {
  const context = useChartContext(width);
  return useMemo(() => context && tryBuild(() => build(context)), [build, context]);
}

function useChartContext(width: number): ChartContext | null {
  const { locale } = useLocale();
  const scheme = useComputedColorScheme('light');
  return useMemo(
    () => (width === 0 ? null : { locale, width, theme: scheme === 'dark' ? 'dark' : 'light' }),
    [locale, width, scheme],
  );
}

function tryBuild(build: () => ChartSpec): BuiltChart {
  try {
    return { spec: build(), error: null };
  } catch (error) {
    return { spec: null, error: asAppError(error) };
  }
}

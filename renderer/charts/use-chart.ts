import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { buildChart, type ChartInput, type ChartSpec } from '../../shared/charts';
import type { ChartKind } from '../../shared/domain/chart';
import { type AppError, asAppError } from '../../shared/errors';
import { useLocale } from '../state/preferences';

/** A chart ready to be drawn, or why it cannot be. */
export type BuiltChart = { spec: ChartSpec; error: null } | { spec: null; error: AppError };

/** Builds a chart in the reader's language and colours for a width in pixels; null while the width is unknown. */
export function useChart(kind: ChartKind, input: ChartInput, width: number): BuiltChart | null {
  const { locale } = useLocale();
  const scheme = useComputedColorScheme('light');
  const { result, indicatorId, distribution } = input;
  return useMemo(() => {
    if (width === 0) return null;
    try {
      const spec = buildChart(
        kind,
        { result, indicatorId, distribution },
        { locale, width, theme: scheme === 'dark' ? 'dark' : 'light' },
      );
      return { spec, error: null };
    } catch (error) {
      return { spec: null, error: asAppError(error) };
    }
  }, [kind, result, indicatorId, distribution, locale, width, scheme]);
}

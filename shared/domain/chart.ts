import { z } from 'zod';

export const chartKinds = [
  'dumbbell',
  'bars',
  'likert',
  'distribution',
  'slope',
  'small-multiples',
  'heatmap',
  'forest',
  'panel-flow',
  'axes',
] as const;
export const ChartKind = z.enum(chartKinds);
export type ChartKind = z.infer<typeof ChartKind>;

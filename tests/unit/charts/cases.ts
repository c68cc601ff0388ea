import type { ChartContext, ChartInput, ChartTheme } from '../../../shared/charts';
import type { ChartKind } from '../../../shared/domain/chart';
import { bySchool, followed, fourAxes, judged, likertBySchool, manyIndicators, needs } from './fixtures';

export const themes: readonly ChartTheme[] = ['light', 'dark', 'print'];
export const wide: ChartContext = { locale: 'es', width: 640, theme: 'light' };

/** Every kind of chart over two and three waves, as a comparison would ask for it. */
export function chartCases(): { name: string; kind: ChartKind; input: ChartInput }[] {
  const rowKinds = ['dumbbell', 'bars', 'slope', 'small-multiples', 'forest'] as const;
  const answers = (waves: number, distribution: ChartInput['distribution']): ChartInput => ({
    result: bySchool(waves),
    indicatorId: null,
    distribution,
  });
  return [
    ...rowKinds.flatMap((kind) => [
      { name: `${kind}, 13 schools, two waves`, kind, input: answers(2, null) },
      { name: `${kind}, 13 schools, three waves`, kind, input: answers(3, null) },
      {
        name: `${kind}, several indicators`,
        kind,
        input: { result: manyIndicators(2), indicatorId: null, distribution: null },
      },
    ]),
    {
      name: 'heatmap, several indicators',
      kind: 'heatmap',
      input: { result: manyIndicators(3), indicatorId: null, distribution: null },
    },
    {
      name: 'heatmap, indicators judged by their reliability',
      kind: 'heatmap',
      input: { result: judged(manyIndicators(2)), indicatorId: null, distribution: null },
    },
    ...rowKinds.map((kind) => ({
      name: `${kind}, schools judged by their reliability`,
      kind,
      input: { result: judged(bySchool(2)), indicatorId: null, distribution: null },
    })),
    ...[2, 3].map((waves) => ({
      name: `axes, four of them, ${waves} waves`,
      kind: 'axes' as const,
      input: { result: fourAxes(waves), indicatorId: null, distribution: null },
    })),
    {
      name: 'panel-flow, two follow-ups, one protected',
      kind: 'panel-flow',
      input: { result: followed(), indicatorId: null, distribution: null },
    },
    { name: 'likert, six schools, two waves', kind: 'likert', input: answers(2, likertBySchool(2)) },
    { name: 'likert, six schools, three waves', kind: 'likert', input: answers(3, likertBySchool(3)) },
    { name: 'distribution, several answers', kind: 'distribution', input: answers(2, needs(2)) },
    { name: 'distribution, six schools', kind: 'distribution', input: answers(3, likertBySchool(3)) },
  ];
}

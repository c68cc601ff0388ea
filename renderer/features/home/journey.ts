import type { ProjectInfo } from '../../../shared/domain/project';
import type { Wave } from '../../../shared/domain/wave';

const journeyKeys = ['baseline', 'followUp', 'indicators', 'comparison', 'report', 'practice'] as const;
export type JourneyKey = (typeof journeyKeys)[number];
export type JourneyStep = { key: JourneyKey; state: 'done' | 'next' | 'later'; href: string; count: number };

const hrefs: Record<JourneyKey, string> = {
  baseline: '/mediciones/importar',
  followUp: '/mediciones/importar',
  indicators: '/indicadores',
  comparison: '/comparacion',
  report: '/informes',
  practice: '/practicas',
};

/** What of the journey is done and what comes next: the first step without a result. */
export function journeySteps(project: ProjectInfo, waves: readonly Pick<Wave, 'moment'>[]): JourneyStep[] {
  const baselines = waves.filter((wave) => wave.moment === 'ex-ante').length;
  const counts: Record<JourneyKey, number> = {
    baseline: baselines,
    followUp: waves.length - baselines,
    indicators: project.counts.indicators,
    comparison: project.counts.comparisons,
    report: project.counts.reports,
    practice: project.counts.practices,
  };
  const next = journeyKeys.find((key) => counts[key] === 0);
  return journeyKeys.map((key) => ({
    key,
    count: counts[key],
    href: counts[key] > 0 && hrefs[key] === '/mediciones/importar' ? '/mediciones' : hrefs[key],
    state: counts[key] > 0 ? 'done' : key === next ? 'next' : 'later',
  }));
}

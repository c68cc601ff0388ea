import type { ComparisonResult, PanelFlow } from '../domain/comparison';
import type { PanelResult } from '../domain/panel';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatNumber, formatPercent, noFigure } from '../text/format';
import { protectedText } from './describe';
import { orderedWaves } from './rows';
import type { ChartWave, TextTable } from './types';
import { chartWords } from './words';

/** People in both waves, and in one of them only. */
export type FlowCounts = Pick<PanelFlow, 'both' | 'onlyBaseline' | 'onlyFollowUp'>;
/** Who was followed from the baseline to one wave; `flow` is null where it is protected. */
export type Followed = { wave: number; baseline: ChartWave; followUp: ChartWave; flow: FlowCounts | null };
/** Several follow-ups of one baseline, in order. */
export type FlowSet = { waves: readonly ChartWave[]; followed: readonly Followed[]; threshold: number };

/** The flows of a comparison. Throws `chart-not-applicable` where people were not followed or every flow is protected. */
export function chooseFlows(result: ComparisonResult): FlowSet {
  const refusal = { chart: 'panel-flow' };
  if (result.spec.linkage !== 'matched')
    throw new AppError('chart-not-applicable', { ...refusal, reason: 'not-matched' });
  if (result.flows.length === 0)
    throw new AppError('chart-not-applicable', { ...refusal, reason: 'no-flows' });
  const waves = orderedWaves(result);
  const [baseline, ...followUps] = waves;
  if (!baseline) throw new AppError('chart-not-applicable', { ...refusal, reason: 'no-baseline' });
  return {
    waves,
    threshold: result.privacy.threshold,
    followed: followUps.map((followUp, index) => ({
      wave: index + 1,
      baseline,
      followUp,
      flow: result.flows.find((flow) => flow.followUpWaveId === followUp.id) ?? null,
    })),
  };
}

/** What the drawing needs of a panel. */
export type PanelFlowInput = Pick<PanelResult, 'waves' | 'flow' | 'privacy'> & {
  spec: Pick<PanelResult['spec'], 'baselineWaveId' | 'followUpWaveId'>;
};

/** The flow of a panel's two waves; a protected one has null. Throws `chart-not-applicable` where people cannot be followed. */
export function panelFlowSet(result: PanelFlowInput): FlowSet {
  const { spec, flow } = result;
  const [baseline, followUp] = [spec.baselineWaveId, spec.followUpWaveId].map((id) =>
    result.waves.find((wave) => wave.id === id),
  );
  if (!baseline || !followUp || !flow)
    throw new AppError('chart-not-applicable', { chart: 'panel-flow', reason: 'no-flows' });
  const { both, onlyBaseline, onlyFollowUp } = flow;
  const isTold = flow.status === 'shown' && both !== null && onlyBaseline !== null && onlyFollowUp !== null;
  return {
    waves: [baseline, followUp],
    threshold: result.privacy.threshold,
    followed: [{ wave: 1, baseline, followUp, flow: isTold ? { both, onlyBaseline, onlyFollowUp } : null }],
  };
}

/** 412 personas. */
export function people(count: number, locale: Locale): string {
  return chartWords(locale).flow.people(formatNumber(count, 0, locale), count === 1);
}

/** A part of a whole as a percentage; a dash where the whole is nobody. */
export function shareOf(part: number, whole: number, locale: Locale): string {
  return whole === 0 ? noFigure : formatPercent(part / whole, 1, locale);
}

/** One sentence for each follow-up. */
export function flowSentences(set: FlowSet, locale: Locale): string[] {
  const words = chartWords(locale).flow;
  return set.followed.map(({ baseline, followUp, flow }) => {
    const head = `${baseline.name} → ${followUp.name}: `;
    if (!flow) return `${head}${protectedText(set.threshold, locale)}.`;
    const { both, onlyBaseline, onlyFollowUp } = flow;
    const before = both + onlyBaseline;
    const after = both + onlyFollowUp;
    const parts = [
      `${words.both(people(both, locale))} (${words.ofBaseline(shareOf(both, before, locale))})`,
      `${words.left(people(onlyBaseline, locale))} (${words.ofBaseline(shareOf(onlyBaseline, before, locale))})`,
      `${words.arrived(people(onlyFollowUp, locale))} (${words.ofFollowUp(shareOf(onlyFollowUp, after, locale))})`,
    ];
    return `${head}${parts.join('; ')}.`;
  });
}

/** The counts and shares, one line for each follow-up. */
export function flowTable(set: FlowSet, locale: Locale): TextTable {
  const words = chartWords(locale);
  const { flow: text } = words;
  const numeric = [
    set.waves[0]?.name ?? '',
    text.columns.both,
    text.columns.bothShare,
    text.columns.left,
    text.columns.leftShare,
    text.columns.followUp,
    text.columns.arrived,
    text.columns.arrivedShare,
  ];
  const columns = [
    { label: words.wave, isNumeric: false },
    ...numeric.map((label) => ({ label, isNumeric: true })),
  ];
  const rows = set.followed.map(({ followUp, flow }) => {
    if (!flow)
      return [
        followUp.name,
        ...numeric.map((_, index) => (index === 1 ? protectedText(set.threshold, locale) : noFigure)),
      ];
    const { both, onlyBaseline, onlyFollowUp } = flow;
    const number = (value: number) => formatNumber(value, 0, locale);
    return [
      followUp.name,
      number(both + onlyBaseline),
      number(both),
      shareOf(both, both + onlyBaseline, locale),
      number(onlyBaseline),
      shareOf(onlyBaseline, both + onlyBaseline, locale),
      number(both + onlyFollowUp),
      number(onlyFollowUp),
      shareOf(onlyFollowUp, both + onlyFollowUp, locale),
    ];
  });
  return { columns, rows };
}

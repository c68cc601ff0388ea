import type { Call, ParsedInput } from '../../../shared/contract';
import type { Distribution } from '../../../shared/domain/comparison';
import type { OutputFile } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import { computeComparison } from '../comparison/compute';
import { computeDistribution } from '../comparison/distribution';
import type { EngineContext } from '../context';
import { slug } from '../reports/file-names';
import { protectBesidePairs } from '../reports/paired-distribution';
import { chartToSvg, svgToPng } from './draw';

type Input = ParsedInput<'chart.export'>;

const width = 800;
const pngScale = 2;

/**
 * Computes a comparison and writes one of its charts as SVG or PNG, with title, legend and notes inside. Throws what
 * `computeComparison` throws, and `chart-not-applicable`.
 */
export async function exportChart(context: EngineContext, input: Input, call: Call): Promise<OutputFile> {
  const result = await computeComparison(context, input.spec, call);
  const distribution = await answers(context, input, call);
  call.report({ stage: 'drawing', share: null, done: null, total: null });
  const { svg, title } = chartToSvg(
    input.chart,
    { result, indicatorId: null, distribution },
    { locale: input.locale, width, theme: 'light' },
  );
  call.report({ stage: 'writing', share: null, done: null, total: null });
  const name = `${slug(title, 'grafico')}.${input.format}`;
  if (input.format === 'svg') return context.files.writeOutput(name, 'image/svg+xml', svg);
  return context.files.writeOutput(name, 'image/png', svgToPng(svg, { scale: pngScale }));
}

async function answers(context: EngineContext, input: Input, call: Call): Promise<Distribution | null> {
  if (input.chart !== 'likert' && input.chart !== 'distribution') return null;
  const { spec, variableId } = input;
  if (variableId === null)
    throw new AppError('chart-not-applicable', { chart: input.chart, reason: 'no-variable' });
  const breakdown = spec.breakdown.slice(0, 1);
  const distribution = await computeDistribution(
    context,
    {
      variableId,
      waveIds: [spec.baselineWaveId, ...spec.followUpWaveIds],
      breakdown,
      audience: spec.audience,
    },
    call,
  );
  // The chart goes beside the figures of the pairs, from which those of whole waves must tell nobody apart.
  return protectBesidePairs(context, { ...spec, breakdown }, variableId, distribution, call);
}

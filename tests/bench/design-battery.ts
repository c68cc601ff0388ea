import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ProjectDatabase } from '../../electron/engine/db/project-database';
import { resolveSampling } from '../../electron/engine/design/resolved-sampling';
import { readWaveSample } from '../../electron/engine/design/sample-frame';
import { answeredVariables } from '../../electron/engine/indicators/compute-statistics';
import { computeDesignStatistics } from '../../electron/engine/indicators/design-statistics';
import { listInstruments, listWaves } from '../../electron/engine/projects/open-project';
import { neverCancelled } from '../../shared/cancel';
import type { Variable } from '../../shared/domain/instrument';
import { estimateDesignMean } from '../../shared/stats/design/mean';
import { estimateDesignProportion } from '../../shared/stats/design/proportion';
import { benchIndicators } from './bench-indicators';
import { designBreakdowns } from './hand-written';

/** One figure of the weighted and clustered battery; `breakdown` is b1 to b4, or empty for everybody. */
export type BatteryFigure = {
  indicator: string;
  breakdown: string;
  group: string;
  estimate: number;
  se: number;
  lower: number;
  upper: number;
};

/**
 * Milliseconds of the weighted battery on the first waves of a project: 30 indicators in all and by four breakdowns, with
 * schools as clusters, each with error and interval. The figures of the first wave go to `target`.
 */
export async function designBattery(
  folder: string,
  waveCount: number,
  target: string | null,
): Promise<number> {
  const database = await ProjectDatabase.open(
    path.join(folder, 'projects', 'Medida.lineabase'),
    path.join(folder, 'staging'),
  );
  const result = await database.read(neverCancelled, async (session) => {
    const [instrument] = await listInstruments(session);
    const waves = (await listWaves(session)).slice(0, waveCount);
    const variables = instrument?.variables ?? [];
    const indicators = benchIndicators(variables);
    const labelled = (label: string): Variable => {
      const variable = variables.find((candidate) => candidate.label === label);
      if (!variable) throw new Error(`no variable ${label}`);
      return variable;
    };
    const keys = designBreakdowns.map((label) => labelled(label).id);
    const design = {
      stratumId: null,
      clusterId: labelled('Establecimiento').id,
      weightId: labelled('Ponderador').id,
      populations: [],
      lonelyStratum: 'adjust' as const,
    };
    const start = performance.now();
    const sampling = resolveSampling(design, variables, waves);
    if (!sampling || indicators.length !== 30) throw new Error('the battery is not complete');
    const figures: BatteryFigure[] = [];
    for (const wave of waves) {
      const sample = await readWaveSample(session, wave, sampling);
      const answered = answeredVariables(variables, wave);
      const sets = [[], ...keys.map((key) => [key])];
      const found = await computeDesignStatistics(
        session,
        wave,
        answered,
        indicators,
        sets,
        sampling,
        sample,
      );
      found.forEach(({ groups }, set) => {
        for (const { values, samples } of groups) {
          indicators.forEach(({ measure }, index) => {
            const material = samples?.[index];
            if (!material) throw new Error('a figure without a sample');
            const isMean = measure.kind === 'mean';
            const { value, interval, error } = isMean
              ? estimateDesignMean(material)
              : estimateDesignProportion(material);
            if (wave === waves[0]) {
              figures.push({
                indicator: `y${index + 1}`,
                breakdown: set === 0 ? '' : `b${set}`,
                group: values[0] ?? '',
                estimate: value ?? Number.NaN,
                se: error?.standardError ?? Number.NaN,
                lower: interval?.lower ?? Number.NaN,
                upper: interval?.upper ?? Number.NaN,
              });
            }
          });
        }
      });
    }
    return { elapsed: performance.now() - start, figures };
  });
  await database.close();
  if (target) await writeFile(target, JSON.stringify(result.figures));
  return result.elapsed;
}

/** The largest relative difference between our figures and R's, of estimates, errors and limits. */
export async function largestDifference(
  ours: string,
  fromR: string,
): Promise<{ figures: number; largest: number }> {
  const figures = JSON.parse(await readFile(ours, 'utf8')) as BatteryFigure[]; // safe: written by designBattery
  const byName = new Map(figures.map((figure) => [nameOf(figure), figure]));
  const [, ...lines] = (await readFile(fromR, 'utf8')).trim().split('\n');
  let largest = 0;
  for (const line of lines) {
    const [indicator = '', breakdown = '', group = '', ...numbers] = line
      .split(',')
      .map((cell) => cell.replaceAll('"', ''));
    const figure = byName.get(nameOf({ indicator, breakdown, group }));
    if (!figure) throw new Error(`we have no figure for ${indicator} ${breakdown} ${group}`);
    [figure.estimate, figure.se, figure.lower, figure.upper].forEach((value, place) => {
      const expected = Number(numbers[place]);
      const difference = Math.abs(value / expected - 1);
      if (!(difference <= largest)) largest = difference;
    });
  }
  if (lines.length !== figures.length)
    throw new Error(`${lines.length} figures of R, ${figures.length} of ours`);
  return { figures: lines.length, largest };
}

function nameOf({
  indicator,
  breakdown,
  group,
}: Pick<BatteryFigure, 'indicator' | 'breakdown' | 'group'>): string {
  return JSON.stringify([indicator, breakdown, group]);
}

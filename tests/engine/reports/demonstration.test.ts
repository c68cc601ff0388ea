import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import { type Indicator, measureKinds } from '../../../shared/domain/indicator';
import type { Practice } from '../../../shared/domain/practice';
import type { Report, ReportStatus } from '../../../shared/domain/report';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';

/** What the generator of the sample data counted on its own records. */
const Expected = z.object({
  proportions: z.record(
    z.string(),
    z.object({
      matched: z.object({ yesYes: z.number(), yesNo: z.number(), noYes: z.number(), noNo: z.number() }),
    }),
  ),
  means: z.object({
    bienestar: z.object({ matched: z.object({ pairs: z.number(), meanDifference: z.number() }) }),
  }),
});
const expected = Expected.parse(
  JSON.parse(readFileSync(path.join(resourcesFolder, 'sample-data/los-andes/expected.json'), 'utf8')),
);

let engine: TestEngine;
let result: ComparisonResult;
let indicators: Indicator[];
let practice: Practice;

beforeAll(async () => {
  engine = await startTestEngine();
  await engine.client.call('project.openDemonstration', { fresh: true });
  const { comparisons } = await engine.client.call('comparison.list', {});
  const [whole] = comparisons;
  if (!whole) throw new Error('no comparison');
  result = await engine.client.call('comparison.compute', whole.spec);
  ({ indicators } = await engine.client.call('indicator.list', {}));
  const { practices } = await engine.client.call('practice.list', {});
  if (!practices[0]) throw new Error('no practice');
  practice = practices[0];
});
afterAll(() => engine.close());

function changeOf(name: string): ChangeResult {
  const indicator = result.indicators.find((each) => each.name === name);
  const change = result.rows.find((row) => row.indicatorId === indicator?.id)?.changes[0];
  if (!change) throw new Error(`no result for ${name}`);
  return change;
}

async function firstReport(): Promise<{ report: Report; status: ReportStatus }> {
  const { reports } = await engine.client.call('report.list', {});
  if (!reports[0]) throw new Error('no report');
  return reports[0];
}

async function claimStatuses(): Promise<string[]> {
  const { claims } = await engine.client.call('practice.evidence', { practiceId: practice.id });
  return claims.map((claim) => claim.status);
}

describe('the demonstration', () => {
  it('has an indicator of every kind', () => {
    expect(new Set(indicators.map((indicator) => indicator.measure.kind))).toEqual(new Set(measureKinds));
  });

  it.each([
    ['Conoce la Oficina Municipal de Migración', 'conoce_oficina'],
    ['Tiene situación migratoria regular', 'situacion_regular'],
    ['Está con matrícula provisoria', 'matricula_provisoria'],
    ['Recibió un plan de acogida', 'plan_acogida'],
    ['Está inscrito en un CESFAM', 'inscrito_cesfam'],
    ['Sufrió discriminación en los últimos seis meses', 'sufrio_discriminacion'],
    ['Su cuidador asistió a la última reunión', 'cuidador_asistio'],
    ['Participa en actividades extraescolares', 'actividades'],
  ])('counts the pairs of «%s» as the generator of the data did', (name, key) => {
    const counts = expected.proportions[key]?.matched;
    if (!counts) throw new Error(`no expected counts of ${key}`);
    const { yesYes, yesNo, noYes, noNo } = counts;
    const { baseline, followUp } = changeOf(name);
    expect(baseline).toMatchObject({ n: yesYes + yesNo + noYes + noNo, numerator: yesYes + yesNo });
    expect(followUp).toMatchObject({ n: yesYes + yesNo + noYes + noNo, numerator: yesYes + noYes });
  });

  it('finds the mean differences the generator found', () => {
    const { pairs, meanDifference } = expected.means.bienestar.matched;
    const change = changeOf('Nota de bienestar');
    expect(change.baseline.n).toBe(pairs);
    expect(change.change).toBeCloseTo(meanDifference, 12);
  });

  it('starts with its report current and two claims backed by it', async () => {
    expect((await firstReport()).status).toBe('current');
    expect(await claimStatuses()).toEqual(['no-evidence', 'current', 'no-evidence', 'current']);
  });

  it('says that the report, and the claim that rests on it alone, are outdated once an indicator changes', async () => {
    const retarget = async (name: string): Promise<void> => {
      const indicator = indicators.find((each) => each.name === name);
      if (!indicator) throw new Error('no indicator');
      const { id, createdAt, updatedAt, ...draft } = indicator;
      const target = { value: 0.6, rationale: 'Una meta nueva.' };
      await engine.client.call('indicator.save', { indicatorId: id, indicator: { ...draft, target } });
    };
    await retarget('Recibió un plan de acogida');
    const { report, status } = await firstReport();
    expect(status).toBe('outdated');
    // No claim is about welcome plans.
    expect(await claimStatuses()).toEqual(['no-evidence', 'current', 'no-evidence', 'current']);
    await retarget('Conoce la Oficina Municipal de Migración');
    expect(await claimStatuses()).toEqual(['no-evidence', 'current', 'no-evidence', 'outdated']);

    const rendered = await engine.client.call('report.render', { reportId: report.id, formats: ['html'] });
    expect(rendered.files.map((file) => file.name)).toEqual(['informe-los-andes-2023-2024.html']);
    expect((await firstReport()).status).toBe('current');
    expect(await claimStatuses()).toEqual(['no-evidence', 'current', 'no-evidence', 'current']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../shared/contract';
import {
  type ClaimName,
  claimNames,
  type EvidenceProject,
  startEvidenceProject,
  waveFile,
} from './evidence-project';

let project: EvidenceProject;
beforeAll(async () => {
  project = await startEvidenceProject();
  await project.render();
});
afterAll(() => project.close());

function correct(label: string, wave: 0 | 1, line: number, to: string | null) {
  return project.test.client.call('cleaning.add', {
    waveId: project.waves[wave].wave.id,
    variableId: project.variable(label),
    scope: 'wave',
    change: { kind: 'cell', line, to },
    who: 'Oficina de Migraciones',
    reason: 'revisado con la escuela',
  });
}

const undo = () => project.test.client.call('history.undo', {});

describe('one answer edited', () => {
  it('finds every claim current to begin with, on the rung its figure has', async () => {
    const found = await project.evidence();
    expect(Object.values(found).map(({ status }) => status)).toEqual(claimNames.map(() => 'current'));
    expect(found.knows?.strength).toBe('before-after');
    expect(found['reached-knows']?.strength).toBe('counted');
  });

  // Line 2 of the second wave: Norte, nine years old, does not know, trusts; line 7: Sur, fourteen, knows.
  const edits: [what: string, edit: [string, 0 | 1, number, string | null], claims: ClaimName[]][] = [
    [
      'whether one of Norte, nine years old, knows',
      ['conoce', 1, 2, 'true'],
      ['knows', 'knows-norte', 'reached-knows'],
    ],
    [
      'whether one of Sur, fourteen, knows',
      ['conoce', 1, 7, 'false'],
      ['knows', 'knows-sur', 'knows-twelve', 'reached-knows'],
    ],
    ['an answer taken away', ['conoce', 0, 7, null], ['knows', 'knows-sur', 'knows-twelve', 'reached-knows']],
    ['a mark', ['nota', 0, 5, '3.25'], ['mark']],
    ['an age that stays below the filter', ['edad', 1, 2, '10'], []],
    [
      'an age that stays within the filter, so that the figure is the same',
      ['edad', 1, 7, '13'],
      ['knows-twelve'],
    ],
    ['an age that comes into the filter', ['edad', 0, 2, '12'], ['knows-twelve']],
    ['the school', ['escuela', 1, 2, 'Sur'], ['knows-norte', 'knows-sur']],
    ['whether one found twice trusts', ['confía', 1, 2, 'false'], ['trusts-matched', 'reached-trusts']],
    ['whether one of the second wave only trusts', ['confía', 1, 27, 'false'], ['reached-trusts']],
    ['a comment no claim uses', ['comentario', 1, 2, 'otra cosa'], []],
  ];
  it.each(edits)('%s turns exactly the claims that rest on it outdated', async (_, edit, claims) => {
    await correct(...edit);
    const found = await project.evidence();
    const stale = Object.keys(found).filter((name) => found[name]?.status !== 'current');
    expect(stale).toEqual(claimNames.filter((name) => claims.includes(name)));
    for (const name of claims)
      expect(found[name]).toMatchObject({ status: 'outdated', problems: ['data-changed'] });
    await undo();
  });

  it('is as before once all of them were undone', async () => {
    expect(await project.stale()).toEqual([]);
  });

  it('leaves the report as a whole outdated where no claim is', async () => {
    await correct('comentario', 1, 2, 'otra cosa');
    const { reports } = await project.test.client.call('report.list', {});
    expect(reports[0]?.status).toBe('outdated');
    expect(await project.stale()).toEqual([]);
    await undo();
  });
});

describe('a definition edited', () => {
  async function afterSaving(save: () => Promise<unknown>): Promise<Record<string, string[]>> {
    await save();
    const found = await project.evidence();
    await undo();
    const stale = Object.entries(found).filter(([, { status }]) => status !== 'current');
    return Object.fromEntries(stale.map(([name, { problems }]) => [name, problems]));
  }
  const call: EvidenceProject['test']['client']['call'] = (...input) => project.test.client.call(...input);

  it('concerns the claims on that indicator alone', async () => {
    const { id, createdAt, updatedAt, ...indicator } = project.indicators.mark;
    const target = { value: 6, rationale: 'acordada' };
    const found = await afterSaving(() =>
      call('indicator.save', { indicatorId: id, indicator: { ...indicator, target } }),
    );
    expect(found).toEqual({ mark: ['indicator-changed'] });
  });

  it('concerns the claims on that comparison alone', async () => {
    const { id, name, spec } = project.people;
    const found = await afterSaving(() =>
      call('comparison.save', { comparisonId: id, name, spec: { ...spec, confidenceLevel: 0.9 } }),
    );
    expect(found).toEqual({ 'trusts-matched': ['definition-changed'] });
  });

  it('of one stage concerns the claims on that stage alone; a new name none', async () => {
    const { id, name, spec } = project.stages;
    if (spec.kind !== 'funnel') throw new Error('a funnel');
    const stages = spec.stages.map((stage) =>
      stage.id === 'confia' ? { ...stage, label: 'Tiene confianza' } : stage,
    );
    const save = (measurement: MethodInput<'measurement.save'>['measurement']) => () =>
      call('measurement.save', { measurementId: id, measurement });
    expect(await afterSaving(save({ name, spec: { ...spec, stages } }))).toEqual({
      'reached-trusts': ['definition-changed'],
    });
    expect(await afterSaving(save({ name: 'Otro nombre', spec }))).toEqual({});
  });

  it('of the report concerns the claims its changed block prints', async () => {
    const { id, createdAt, updatedAt, rendering, ...report } = project.report;
    const save = (change: Partial<typeof report>) => () =>
      call('report.save', { reportId: id, report: { ...report, ...change } });
    const note = { kind: 'text' as const, text: 'Una nota más.' };
    expect(await afterSaving(save({ blocks: [...report.blocks, note] }))).toEqual({});
    const captioned = report.blocks.map((block) =>
      'measurementId' in block ? { ...block, caption: 'El camino' } : block,
    );
    expect(await afterSaving(save({ blocks: captioned }))).toEqual({
      'reached-trusts': ['report-changed'],
      'reached-knows': ['report-changed'],
    });
    expect(Object.keys(await afterSaving(save({ audience: 'publication' })))).toHaveLength(claimNames.length);
  });

  it('of a question concerns the claims that use it', async () => {
    const { instrument } = project.waves[0];
    const found = instrument.variables.find(({ label }) => label === 'nota');
    if (!found) throw new Error('no variable');
    const { label, unit, type, role, options } = found;
    const input = { instrumentId: instrument.id, variableId: found.id, unit, type, role, options };
    await call('variable.update', { ...input, label: 'Nota final' });
    expect(await project.stale()).toEqual(['mark']);
    await call('variable.update', { ...input, label });
    expect(await project.stale()).toEqual([]);
  });

  it('that is gone breaks the claims on it and says what is missing', async () => {
    const gone = async (remove: () => Promise<unknown>) => {
      const found = await afterSaving(remove);
      return Object.fromEntries(Object.entries(found).map(([name, problems]) => [name, problems.join(' ')]));
    };
    const onStages = { 'reached-trusts': 'measurement-missing', 'reached-knows': 'measurement-missing' };
    expect(await gone(() => call('measurement.remove', { measurementId: project.stages.id }))).toEqual(
      onStages,
    );
    expect(await gone(() => call('comparison.remove', { comparisonId: project.people.id }))).toEqual({
      'trusts-matched': 'comparison-missing',
    });
    expect(await gone(() => call('report.remove', { reportId: project.report.id }))).toEqual(
      Object.fromEntries(claimNames.map((name) => [name, 'report-missing'])),
    );
    const { id, createdAt, updatedAt, rendering, ...report } = project.report;
    const blocks = report.blocks.filter(({ kind }) => kind !== 'measurement');
    expect(await gone(() => call('report.save', { reportId: id, report: { ...report, blocks } }))).toEqual({
      'reached-trusts': 'not-printed',
      'reached-knows': 'not-printed',
    });
  });
});

it('finds every claim current once all definitions are as they were', async () => {
  expect(await project.stale()).toEqual([]);
});

describe('the data read again', () => {
  it('concerns the claims on the cells that differ, and others only where these change what the report says', async () => {
    const { client, stage } = project.test;
    const [, { wave }] = project.waves;
    const readAgain = async (content: string) => {
      const fileId = await stage('despues.csv', content);
      await client.call('wave.reimport', { waveId: wave.id, fileId, apply: true });
    };
    await readAgain(waveFile(1, (cells, line) => (line === 3 ? cells.with(5, '7,0') : cells)));
    expect(await project.stale()).toEqual(['mark']);
    // With marks that rose beyond doubt, the correction for three questions asks less of the other two.
    await readAgain(waveFile(1, (cells) => cells.with(5, '7,0')));
    const found = await project.evidence();
    expect(Object.keys(found).filter((name) => found[name]?.status !== 'current')).toEqual(['knows', 'mark']);
    expect(found.knows?.problems).toEqual(['words-changed']);
    expect(found.mark?.problems).toEqual(['data-changed']);
    await readAgain(waveFile(1));
    expect(await project.stale()).toEqual([]);
  });

  it('concerns matched people alone where two rows turn out to be one person', async () => {
    const { client } = project.test;
    const [first, second] = project.waves;
    const input = {
      kept: { waveId: first.wave.id, line: 25 },
      joined: { waveId: second.wave.id, line: 25 },
      decidedBy: 'Oficina',
      reason: 'misma persona',
    };
    const link = await client.call('people.link', input);
    expect(await project.stale()).toEqual(['trusts-matched']);
    await client.call('people.unlink', { linkId: link.id });
    expect(await project.stale()).toEqual([]);
  });
});

describe('a claim linked after its report was rendered', () => {
  it('is followed as exactly as one linked before', async () => {
    const { client } = project.test;
    const { id, createdAt, updatedAt, ...practice } = project.practice;
    const claims = practice.claims.map((claim) =>
      claim.text === 'mark' && claim.evidence?.kind === 'comparison'
        ? { ...claim, evidence: { ...claim.evidence, key: norte() } }
        : claim,
    );
    await client.call('practice.save', { practiceId: id, practice: { ...practice, claims } });
    expect(await project.stale()).toEqual([]);
    // Line 3 is of Sur, line 4 of Norte.
    await correct('nota', 1, 3, '2.5');
    expect(await project.stale()).toEqual([]);
    await correct('nota', 1, 4, '2.5');
    expect(await project.stale()).toEqual(['mark']);
    await project.render();
    expect(await project.stale()).toEqual([]);
  });
});

function norte() {
  return [{ variableId: project.variable('escuela'), value: 'Norte', label: 'Norte' }];
}

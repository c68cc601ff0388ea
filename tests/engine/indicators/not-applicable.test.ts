import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyLabel } from '../../../shared/charts/rows';
import type { MethodOutput } from '../../../shared/contract';
import type { WaveCell } from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import type { Measure } from '../../../shared/domain/indicator';
import { draft } from '../../support/comparison-project';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

// By hand, in each wave: 20 with a grant, 15 without, 10 who do not say and 15 of whom it was not asked.
// Those with a grant score 10; those without score 4; of the 10 who do not say, 6 score 5.
function rows(shift: number): string {
  const lines: string[] = [];
  const add = (count: number, beca: string, puntaje: string): void => {
    for (let index = 0; index < count; index += 1) {
      lines.push(`p${lines.length + 1};${beca};${puntaje};${lines.length % 2 === 0 ? 'Norte' : 'Sur'}`);
    }
  };
  add(20 - shift, 'Sí', '10');
  add(15 + shift, 'No', '4');
  add(6, '', '5');
  add(4, '', '');
  add(15, 'N/C', 'N/C');
  return `folio;beca;puntaje;zona\n${lines.join('\n')}\n`;
}

describe('questions that were not for everybody', () => {
  let test: TestEngine;
  let before: MethodOutput<'wave.import'>;
  let after: MethodOutput<'wave.import'>;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'No corresponde', fileId: null });
    const columns: Parameters<typeof importFile>[2] = {
      columns: (column) => {
        const base = { ...column, notApplicableCodes: ['N/C'], missingCodes: [] };
        if (column.header === 'beca') {
          return {
            ...base,
            type: 'boolean',
            options: [
              { value: 'true', label: 'Sí' },
              { value: 'false', label: 'No' },
            ],
          };
        }
        if (column.header === 'puntaje') return { ...base, type: 'integer', options: [] };
        if (column.header === 'folio') {
          return { ...column, action: 'pseudonymise', type: 'identifier', role: 'identifier', options: [] };
        }
        return column;
      },
    };
    before = await importFile(test, await test.stage('antes.csv', rows(0)), columns);
    after = await importFile(test, await test.stage('despues.csv', rows(5)), {
      ...columns,
      instrumentId: before.instrument.id,
      wave: { name: 'Después', moment: 'ex-post' },
    });
  });
  afterAll(() => test.close());

  function id(label: string): VariableId {
    const found = before.instrument.variables.find((variable) => variable.label === label);
    if (!found) throw new Error(label);
    return found.id;
  }
  function isYes(): Extract<Measure, { kind: 'proportion' }> {
    return { kind: 'proportion', condition: { op: 'is', variableId: id('beca'), values: ['true'] } };
  }
  async function preview(
    measure: Measure,
    missingRule: 'exclude' | 'count-as-no',
  ): Promise<WaveCell | undefined> {
    const result = await test.client.call('indicator.preview', {
      indicator: draft(measure, { missingRule }),
      waveIds: [before.wave.id],
    });
    return result.result.rows.find(({ key }) => key.length === 0)?.cells[0];
  }

  it('counts them in the receipt as neither blank nor missing', () => {
    const column = before.receipt.columns.find(({ header }) => header === 'beca');
    expect(column).toMatchObject({ read: 60, kept: 35, blank: 10, notApplicable: 15, missingByCode: [] });
    expect(before.wave.skippedIds).toEqual([id('beca'), id('puntaje')]);
  });

  it('keeps them out of the base whatever the missing rule says', async () => {
    expect(await preview(isYes(), 'exclude')).toMatchObject({
      n: 35,
      numerator: 20,
      missing: 10,
      notApplicable: 15,
    });
    expect(await preview(isYes(), 'count-as-no')).toMatchObject({
      n: 45,
      numerator: 20,
      missing: 10,
      notApplicable: 15,
    });
  });

  it('keeps them out of means and indices', async () => {
    // (20 × 10 + 15 × 4 + 6 × 5) / 41
    const mean = await preview({ kind: 'mean', variableId: id('puntaje') }, 'exclude');
    expect(mean).toMatchObject({ n: 41, missing: 4, notApplicable: 15 });
    expect(mean?.estimate).toBeCloseTo(290 / 41, 10);
    const index = await preview(
      {
        kind: 'index',
        items: [
          { variableId: id('puntaje'), isReversed: false },
          { variableId: id('beca'), isReversed: false },
        ],
        minimumAnswered: 2,
        scale: 'items',
      },
      'exclude',
    );
    expect(index).toMatchObject({ n: 35, missing: 10, notApplicable: 15 });
  });

  it('takes "answered" as a question only to those who were asked', async () => {
    const answered: Measure = { kind: 'proportion', condition: { op: 'answered', variableId: id('beca') } };
    expect(await preview(answered, 'exclude')).toMatchObject({
      n: 45,
      numerator: 35,
      missing: 0,
      notApplicable: 15,
    });
  });

  it('lets an answer to another question decide where it can', async () => {
    const either: Measure = {
      kind: 'proportion',
      condition: {
        op: 'any',
        of: [
          { op: 'is', variableId: id('zona'), values: ['Norte'] },
          { op: 'is', variableId: id('beca'), values: ['true'] },
        ],
      },
    };
    // Rows 46 to 60 were not asked: 7 of them stand in the north, and the 8 of the south cannot be told.
    expect(await preview(either, 'exclude')).toMatchObject({ notApplicable: 8 });
    expect((await preview(either, 'count-as-no'))?.n).toBe(52);
  });

  it('shows them apart in distributions and comparisons', async () => {
    const spread = await test.client.call('variable.distribution', {
      variableId: id('beca'),
      waveIds: [before.wave.id],
      breakdown: [],
      audience: 'internal',
    });
    expect(spread.groups[0]).toMatchObject({ n: 35, missing: 10, notApplicable: 15, counts: [20, 15] });
    for (const linkage of ['independent', 'matched'] as const) {
      const compared = await test.client.call('variable.compare', {
        variableId: id('beca'),
        baselineWaveId: before.wave.id,
        followUpWaveId: after.wave.id,
        breakdown: [],
        linkage,
        coverage: 'sample',
        confidenceLevel: 0.95,
        audience: 'internal',
      });
      expect(compared.groups[0]?.baseline).toMatchObject({ n: 35, missing: 10, notApplicable: 15 });
      expect(compared.groups[0]?.followUp).toMatchObject({ n: 35, missing: 10, notApplicable: 15 });
    }
  });

  it('makes them a group of their own where they are parted by that question', async () => {
    const known = (groups: { key: { value: string | null; label: string }[] }[]) =>
      groups.flatMap(({ key }) => key.map(({ label }) => label));
    const spread = await test.client.call('variable.distribution', {
      variableId: id('zona'),
      waveIds: [before.wave.id],
      breakdown: [id('beca')],
      audience: 'internal',
    });
    expect(known(spread.groups)).toEqual(['Sí', 'No', 'No corresponde', 'Sin respuesta']);
    expect(spread.groups.map(({ n }) => n)).toEqual([60, 20, 15, 15, 10]);
    const saved = await test.client.call('indicator.save', {
      indicatorId: null,
      indicator: draft({ kind: 'mean', variableId: id('puntaje') }),
    });
    for (const linkage of ['independent', 'matched'] as const) {
      const { rows: groups } = await test.client.call('comparison.compute', {
        baselineWaveId: before.wave.id,
        followUpWaveIds: [after.wave.id],
        indicatorIds: [saved.id],
        breakdown: [id('beca')],
        linkage,
        coverage: 'census',
        confidenceLevel: 0.95,
        audience: 'internal',
      });
      expect(known(groups)).toEqual(['Sí', 'No', 'No corresponde', 'Sin respuesta']);
      expect(groups[3]?.cells[0]).toMatchObject({ n: 0, missing: 0, notApplicable: 15 });
      expect(groups[4]?.cells[0]).toMatchObject({ n: 6, missing: 4 });
      expect(keyLabel(groups[3]?.key ?? [], 'en')).toBe('Not asked');
    }
    const panel = await test.client.call('panel.describe', {
      baselineWaveId: before.wave.id,
      followUpWaveId: after.wave.id,
      indicatorIds: [],
      compositionVariableIds: [id('beca')],
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'internal',
    });
    expect(
      panel.compositionChange[0]?.categories.map(({ label, baseline, followUp }) => [
        label,
        baseline.numerator,
        followUp.numerator,
      ]),
    ).toEqual([
      ['Sí', 20, 15],
      ['No', 15, 20],
      ['No corresponde', 15, 15],
      ['Sin respuesta', 10, 10],
    ]);
    // The same fifteen people in both waves: nobody came to this category or left it.
    expect(panel.compositionChange[0]?.categories[2]?.difference).toMatchObject({ change: 0 });
    expect(panel.compositionChange[0]?.categories[2]?.difference.interval).toBeNull();
  });

  it('keeps them apart from those who left out an item of a scale', async () => {
    const { waves } = await test.client.call('scale.analyse', {
      items: [
        { variableId: id('puntaje'), isReversed: false },
        { variableId: id('beca'), isReversed: false },
      ],
      minimumAnswered: 2,
      filter: null,
      waveIds: [before.wave.id],
      coverage: 'census',
      confidenceLevel: 0.95,
      audience: 'internal',
    });
    expect(waves[0]).toMatchObject({ people: 60, complete: 35 });
    expect(waves[0]?.items.map(({ n, missing, notApplicable }) => [n, missing, notApplicable])).toEqual([
      [41, 4, 15],
      [35, 10, 15],
    ]);
  });

  it('says nothing of them where a question was put to all', async () => {
    const cell = await preview(
      { kind: 'proportion', condition: { op: 'is', variableId: id('zona'), values: ['Norte'] } },
      'exclude',
    );
    expect(cell).toMatchObject({ n: 60, numerator: 30, missing: 0 });
    expect(cell).not.toHaveProperty('notApplicable');
  });
});

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { listDefinitions, moveInHistory } from '../../../electron/engine/definitions/definition-store';
import { toCsv } from '../../../electron/engine/files/csv-writer';
import { neverCancelled } from '../../../shared/cancel';
import { Comparison } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

type Rows = Record<string, CellValue>[];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

async function start(...fixture: Parameters<typeof startComparisonProject>): Promise<ComparisonProject> {
  const project = await startComparisonProject(...fixture);
  open.push(project);
  return project;
}

const variables = {
  person: { type: 'identifier' },
  school: { type: 'single', role: 'group', label: 'Escuela', options: ['a', 'b', 'c'] },
  knows: { type: 'boolean' },
  age: { type: 'integer' },
  needs: { type: 'multiple', options: ['salud', 'idioma'] },
  mood: { type: 'ordinal', options: ['mal', 'regular', 'bien'] },
  note: { type: 'text' },
} as const;
const knows = draft(
  { kind: 'proportion', condition: { op: 'is', variableId: variableId('knows'), values: ['true'] } },
  { name: '=Conoce; "la oficina"', target: { value: 0.9, rationale: '' } },
);

function repeat(count: number, row: Record<string, CellValue>): Rows {
  return Array.from({ length: count }, () => row);
}

function people(from: number, to: number, name: string, row: Record<string, CellValue>): Rows {
  return Array.from({ length: to - from }, (_, index) => ({
    person: `p${from + index}`,
    school: name,
    ...row,
  }));
}

describe('comparison.propose', () => {
  it('takes the first ex-ante wave, the others in order, and the same people where enough are shared', async () => {
    const project = await start({
      variables,
      waves: [
        { name: 'ex-ante', rows: people(0, 40, 'a', { knows: true }) },
        { name: 'ex-post', rows: people(28, 70, 'a', { knows: true }) },
        { name: 'seguimiento', rows: people(0, 10, 'a', { knows: true }) },
      ],
      indicators: [knows],
    });
    expect(await project.client.call('comparison.propose', {})).toEqual({
      baselineWaveId: waveId(0),
      followUpWaveIds: [waveId(1), waveId(2)],
      linkage: 'matched',
      coverage: 'sample',
      sampling: simpleSampling,
      sharedPeople: 12,
    });
  });

  it('takes independent cuts where fewer than 30 % are shared, and has nothing to propose without waves', async () => {
    const project = await start({
      variables,
      waves: [
        { name: 'ex-ante', rows: people(0, 40, 'a', { knows: true }) },
        { name: 'ex-post', rows: people(29, 70, 'a', { knows: true }) },
      ],
      indicators: [],
    });
    expect(await project.client.call('comparison.propose', {})).toMatchObject({
      linkage: 'independent',
      sharedPeople: 11,
    });
    const empty = await start({ variables, waves: [], indicators: [] });
    expect(await empty.client.call('comparison.propose', {})).toMatchObject({
      baselineWaveId: null,
      followUpWaveIds: [],
    });
  });
});

describe('saved definitions', () => {
  it('saves, changes, lists and removes a comparison, each a step that can be undone', async () => {
    const rows = repeat(20, { school: 'a', knows: true });
    const project = await start({
      variables,
      waves: [
        { name: '2023', rows },
        { name: '2024', rows },
      ],
      indicators: [knows],
    });
    const { client } = project;
    const saved = await client.call('comparison.save', {
      comparisonId: null,
      name: 'Por escuela',
      spec: project.spec(),
    });
    const changed = await client.call('comparison.save', {
      comparisonId: saved.id,
      name: 'Todas',
      spec: project.spec(),
    });
    expect(changed.id).toBe(saved.id);
    expect((await client.call('comparison.list', {})).comparisons.map(({ name }) => name)).toEqual(['Todas']);
    await client.call('comparison.remove', { comparisonId: saved.id });
    expect((await client.call('comparison.list', {})).comparisons).toEqual([]);
    const back = await project.context.project().write(neverCancelled, async (session) => {
      await moveInHistory(session, 'undo');
      return listDefinitions(session, 'comparison', Comparison);
    });
    expect(back.map(({ name }) => name)).toEqual(['Todas']);
    await expect(
      client.call('comparison.remove', { comparisonId: 'cmp_nothing' as typeof saved.id }),
    ).rejects.toMatchObject({ code: 'comparison-missing' });
  });

  it('refuses to save an indicator that cannot be computed, saying which variable', async () => {
    const project = await start({
      variables,
      waves: [{ name: '2023', rows: repeat(10, { knows: true, age: 3 }) }],
      indicators: [],
    });
    const save = (measure: Parameters<typeof draft>[0], more = {}) =>
      project.client.call('indicator.save', { indicatorId: null, indicator: draft(measure, more) });
    await expect(save({ kind: 'mean', variableId: variableId('nothing') })).rejects.toMatchObject({
      code: 'variable-missing',
    });
    await expect(save({ kind: 'mean', variableId: variableId('school') })).rejects.toMatchObject({
      code: 'variable-type',
      details: { variable: 'Escuela', type: 'single' },
    });
    await expect(save({ kind: 'top-box', variableId: variableId('age'), boxes: 2 })).rejects.toMatchObject({
      code: 'variable-type',
    });
    await expect(save({ kind: 'top-box', variableId: variableId('mood'), boxes: 3 })).rejects.toMatchObject({
      code: 'indicator-invalid',
      details: { reason: 'boxes-cover-scale' },
    });
    const items = [
      { variableId: variableId('mood'), isReversed: false },
      { variableId: variableId('age'), isReversed: false },
    ];
    await expect(save({ kind: 'index', items, minimumAnswered: 3, scale: 'items' })).rejects.toMatchObject({
      code: 'indicator-invalid',
      details: { reason: 'minimum-above-items' },
    });
    await expect(save({ kind: 'index', items, minimumAnswered: 2, scale: '0-100' })).rejects.toMatchObject({
      code: 'variable-type',
    });
    await expect(
      save(knows.measure, { filter: { op: 'range', variableId: variableId('mood'), min: 1, max: 2 } }),
    ).rejects.toMatchObject({ code: 'variable-type' });
    await expect(save(knows.measure, { target: { value: 80, rationale: '' } })).rejects.toMatchObject({
      code: 'indicator-invalid',
      details: { reason: 'target-outside-share' },
    });
    const saved = await save({ kind: 'index', items, minimumAnswered: 1, scale: 'items' });
    expect((await project.client.call('indicator.list', {})).indicators).toEqual([saved]);
    await project.client.call('indicator.remove', { indicatorId: saved.id });
    expect((await project.client.call('indicator.list', {})).indicators).toEqual([]);
  });

  it('previews an indicator that was not saved, over one wave or several in order of date', async () => {
    const project = await start({
      variables,
      waves: [
        { name: '2023', rows: repeat(20, { knows: true }) },
        { name: '2024', rows: [...repeat(15, { knows: true }), ...repeat(15, { knows: false })] },
      ],
      indicators: [],
    });
    const one = await project.client.call('indicator.preview', { indicator: knows, waveIds: [waveId(1)] });
    expect(one.result.rows[0]).toMatchObject({ cells: [{ n: 30, estimate: 0.5 }], changes: [] });
    const both = await project.client.call('indicator.preview', {
      indicator: knows,
      waveIds: [waveId(1), waveId(0)],
    });
    expect(both.result.spec.baselineWaveId).toBe(waveId(0));
    expect(both.result.rows[0]?.changes[0]?.change).toBe(-0.5);
    expect((await project.client.call('indicator.list', {})).indicators).toEqual([]);
  });
});

describe('variable.distribution', () => {
  const waves = [
    {
      name: '2023',
      rows: [
        ...repeat(12, { school: 'a', mood: 'bien', needs: ['salud', 'idioma'] }),
        ...repeat(8, { school: 'a', mood: 'mal', needs: ['salud'] }),
        ...repeat(6, { school: 'b', mood: 'muy bien', needs: null }),
        ...repeat(14, { school: 'b', mood: 'regular', needs: ['otra'] }),
        ...repeat(5, { school: 'b', mood: null, needs: ['idioma'] }),
      ],
    },
    { name: '2024', rows: repeat(30, { school: 'a', mood: 'bien' }) },
  ];

  it('counts each option in the order of the scale, answers outside it after', async () => {
    const project = await start({ variables, waves, indicators: [] });
    const result = await project.client.call('variable.distribution', {
      variableId: variableId('mood'),
      waveIds: [waveId(0), waveId(1)],
      breakdown: [],
      audience: 'internal',
    });
    expect(result).toMatchObject({ isOrdinal: true, isMultiple: false });
    expect(result.options.map(({ value }) => value)).toEqual(['mal', 'regular', 'bien', 'muy bien']);
    expect(result.groups).toEqual([
      { waveId: waveId(0), key: [], status: 'shown', n: 40, missing: 5, counts: [8, 14, 12, 6] },
      { waveId: waveId(1), key: [], status: 'shown', n: 30, missing: 0, counts: [0, 0, 30, 0] },
    ]);
  });

  it('counts people for each answer ticked, and leaves out a wave that did not ask', async () => {
    const project = await start({ variables, waves, indicators: [] });
    const { groups, isMultiple } = await project.client.call('variable.distribution', {
      variableId: variableId('needs'),
      waveIds: [waveId(0), waveId(1)],
      breakdown: [],
      audience: 'internal',
    });
    expect(isMultiple).toBe(true);
    expect(groups[0]).toMatchObject({ n: 39, missing: 6, counts: [20, 17, 14] });
    expect(groups[1]).toMatchObject({ status: 'empty', n: null, counts: [null, null, null] });
  });

  it('hides small groups with a companion', async () => {
    const project = await start({
      variables,
      waves: [
        {
          name: '2023',
          rows: [
            ...repeat(4, { school: 'a', mood: 'bien' }),
            ...repeat(20, { school: 'b', mood: 'bien' }),
            ...repeat(30, { school: 'c', mood: 'mal' }),
          ],
        },
      ],
      indicators: [],
    });
    const { groups } = await project.client.call('variable.distribution', {
      variableId: variableId('mood'),
      waveIds: [waveId(0)],
      breakdown: [variableId('school')],
      audience: 'publication',
    });
    expect(groups.map(({ status, counts }) => [status, counts])).toEqual([
      ['shown', [30, 0, 24]],
      ['suppressed', [null, null, null]],
      ['suppressed', [null, null, null]],
      ['shown', [30, 0, 0]],
    ]);
  });

  it('refuses a variable that is not answered from a list', async () => {
    const project = await start({ variables, waves, indicators: [] });
    await expect(
      project.client.call('variable.distribution', {
        variableId: variableId('note'),
        waveIds: [waveId(0)],
        breakdown: [],
        audience: 'internal',
      }),
    ).rejects.toMatchObject({ code: 'variable-type' });
  });
});

describe('comparison.export', () => {
  async function exported(flavour: 'excel-cl' | 'rfc4180') {
    const project = await start({
      variables,
      waves: [
        {
          name: '2023',
          rows: [
            ...repeat(6, { school: 'a', knows: true }),
            ...repeat(20, { school: 'b', knows: true }),
            ...repeat(60, { school: 'c', knows: true }),
          ],
        },
        {
          name: '2024',
          rows: [
            ...repeat(20, { school: 'a', knows: true }),
            ...repeat(20, { school: 'b', knows: true }),
            ...repeat(50, { school: 'c', knows: true }),
            ...repeat(30, { school: 'c', knows: false }),
          ],
        },
      ],
      indicators: [knows],
    });
    const file = await project.client.call('comparison.export', {
      spec: project.spec({
        indicatorIds: [indicatorId(0)],
        breakdown: [variableId('school')],
        audience: 'publication',
      }),
      flavour,
      locale: 'es',
    });
    const bytes = readFileSync(project.context.files.output(file.fileId).path);
    const delimiter = flavour === 'excel-cl' ? ';' : ',';
    const text = bytes.toString('utf8');
    const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), { delimiter });
    return { text, bytes, data, errors };
  }

  it('writes what Excel in Chile reads: semicolons, decimal comma, byte order mark', async () => {
    const { bytes, data, errors, text } = await exported('excel-cl');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    const heading = data.findIndex(([first]) => first === 'Indicador');
    const notes = data.slice(0, heading).map(([note]) => note);
    expect(notes[0]).toMatch(/sintéticos/);
    expect(notes[1]).toMatch(/menos de 10 personas/);
    expect(notes.at(-1)).toMatch(/[0-9a-f]{64}$/);
    const column = (name: string): number => data[heading]?.indexOf(name) ?? -1;
    const total = data[heading + 1] ?? [];
    expect(total[column('n línea base')]).toBe('86');
    expect(total[column('Valor seguimiento')]).toBe('75');
    // √(p (1 - p) / (n - 1)) with p = 90/120.
    expect(total[column('Error estándar seguimiento')]).toBe('3,96942093019');
    expect(total[column('Grados de libertad seguimiento')]).toBe('119');
    expect(total[column('Fiabilidad seguimiento')]).toBe('fiable');
    expect(total[column('p corregida')]).toBe(total[column('p')]);
    expect(total[column('Corrección')]).toBe('Holm, única prueba de la familia declarada');
    // Negative figures stay numbers.
    expect(total[column('Cambio')]).toBe('-25');
    expect(total[column('Límite inferior del cambio')]).toMatch(/^-\d+,\d+$/);
    expect(total[column('Escuela')]).toBe('Total');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('keeps a formula from running', async () => {
    const { data } = await exported('excel-cl');
    expect(data.at(-1)?.[0]).toBe('\'=Conoce; "la oficina"');
  });

  it('says of a protected cell that it is protected, and nothing else', async () => {
    const { data } = await exported('rfc4180');
    const heading = data.findIndex(([first]) => first === 'Indicador');
    const names = data[heading] ?? [];
    const small = data.find((row) => row[1] === 'A') ?? [];
    const from = names.indexOf('n línea base');
    expect(small.slice(from, from + 9)).toEqual(Array(9).fill('protegido'));
    const change = names.indexOf('Cambio');
    expect(small.slice(change - 1, change + 16)).toEqual(Array(17).fill('protegido'));
    expect(small.join()).not.toMatch(/\b6\b/);
  });

  it('writes RFC 4180 with commas, points and no byte order mark', async () => {
    const { bytes, data } = await exported('rfc4180');
    expect(bytes[0]).not.toBe(0xef);
    expect(data.flat()).toContain('-25');
  });
});

describe('toCsv', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('puts an apostrophe before the text %j', (text) => {
    expect(Papa.parse<string[]>(toCsv([[text]], 'rfc4180')).data[0]?.[0]).toBe(`'${text}`);
  });

  it('leaves numbers, empty cells and other texts alone', () => {
    expect(toCsv([[-1.5, null, 'a;b', Number.NaN, 1e-7]], 'excel-cl')).toBe('\uFEFF-1,5;;"a;b";;1e-7\r\n');
  });
});

import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileStore } from '../../../electron/engine/files/file-store';
import { type ConvertedSource, cellBreak } from '../../../electron/engine/import/sources/converted-source';
import { convertSav } from '../../../electron/engine/import/statistics-files/convert-sav';
import { failureOf } from '../../support/import';

const folder = path.resolve(import.meta.dirname, '../../fixtures/import/statistics');

type Expected = {
  file: [string];
  rows: [number];
  columns: {
    name: [string];
    label: [string];
    class: [string];
    values: string[];
    labelValues: string[];
    labelTexts: string[];
    naValues: string[];
    naRange: string[];
  }[];
};

let staging: string;
let files: FileStore;
let expected: Expected[];
beforeAll(async () => {
  staging = await mkdtemp(path.join(os.tmpdir(), 'sav-'));
  files = new FileStore(path.join(staging, 'staging'), (prefix) => `${prefix}_${randomUUID()}`);
  await files.prepare();
  expected = JSON.parse(await readFile(path.join(folder, 'expected.json'), 'utf8'));
});
afterAll(() => rm(staging, { recursive: true, force: true }));

async function convert(filePath: string, aborted = false): Promise<ConvertedSource> {
  const { size } = await stat(filePath);
  return convertSav(
    { files },
    { path: filePath, name: path.basename(filePath), bytes: size },
    { signal: { aborted, addEventListener() {}, removeEventListener() {} }, report() {} },
  );
}

async function rowsOf({ textPath }: ConvertedSource): Promise<string[][]> {
  const text = await readFile(textPath ?? '', 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      line
        .split('\u001f')
        .map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

/** What haven read as the cell we write: seconds of a time become its clock. */
function asCell(value: string, kind: string): string | number {
  if (value === '') return '';
  if (kind === 'hms') {
    const seconds = Number(value);
    const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
    return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  }
  return value;
}

describe('SPSS files', () => {
  it.each([
    'electric.sav',
    'encuesta-big-endian.sav',
    'encuesta-haven.sav',
    'encuesta-haven.zsav',
    'encuesta-pspp-1252.sav',
    'encuesta-pspp-sin-comprimir.sav',
    'encuesta-pspp.sav',
    'encuesta-pspp.zsav',
    'hotel.sav',
    'iris.sav',
    'testdata.sav',
  ])('reads every cell, name and label of %s as haven does', async (file) => {
    const witness = expected.find((one) => one.file[0] === file);
    const source = await convert(path.join(folder, file));
    const [header, ...rows] = await rowsOf(source);
    expect(witness?.columns.map(({ name }) => name[0])).toEqual(header);
    expect(rows).toHaveLength(witness?.rows[0] ?? -1);
    for (const [index, column] of (witness?.columns ?? []).entries()) {
      const cells = rows.map((row) => row[index] ?? '');
      const isNumber =
        column.values.some((value) => value !== '') && !/character|Date|POSIX|hms/.test(column.class[0]);
      const theirs = column.values.map((value) => asCell(value, column.class[0]));
      const asNumbers = (values: (string | number)[]): (string | number)[] =>
        values.map((value) => (value === '' || Number.isNaN(Number(value)) ? value : Number(value)));
      const isText = cells.some((cell) => cell !== '' && Number.isNaN(Number(cell)));
      if (isNumber && !isText) expect(asNumbers(cells), column.name[0]).toEqual(asNumbers(theirs));
      else
        expect(
          cells.map((cell) => cell.replaceAll(cellBreak, '\n')),
          column.name[0],
        ).toEqual(theirs);
      const question = source.codebook?.questions[index];
      expect(question?.label ?? '').toBe(column.label[0]);
    }
  });

  it('gives value labels as options, missing codes as declared, and ranges by the values that occur', async () => {
    const { codebook } = await convert(path.join(folder, 'encuesta-haven.sav'));
    const find = (name: string) => codebook?.questions.find((question) => question.name === name);
    expect(find('satisfaccion_con_el_municipio')).toMatchObject({
      label: 'Estoy satisfecho/a con la atención',
      kind: 'ordinal',
      options: [
        { value: '1', label: 'Muy en desacuerdo' },
        { value: '2', label: 'En desacuerdo' },
        { value: '3', label: 'De acuerdo' },
        { value: '4', label: 'Muy de acuerdo' },
      ],
      missingCodes: ['88'],
      notApplicableCodes: ['97'],
    });
    expect(find('edad')).toMatchObject({ kind: 'integer', missingCodes: ['99'], options: [] });
    expect(find('comuna')).toMatchObject({
      kind: 'single',
      missingCodes: ['NS'],
      options: [
        { value: '05301', label: 'Los Andes' },
        { value: '09101', label: 'Temuco' },
        { value: '04102', label: 'Coquimbo' },
      ],
    });
    expect(find('fecha')?.kind).toBe('date');
    expect(find('momento')?.kind).toBe('datetime');
    expect(find('monto')?.kind).toBe('decimal');
  });

  it('makes one multiple choice of a set of yes and no variables, and says what else the file holds', async () => {
    const { codebook, notices, columns } = await convert(path.join(folder, 'encuesta-pspp.sav'));
    expect(codebook?.questions.at(-1)).toMatchObject({
      name: 'medios',
      label: '¿Por qué medio se enteró?',
      kind: 'multiple',
      options: [
        { value: 'medio_radio', label: 'Radio' },
        { value: 'medio_web', label: 'Página web' },
        { value: 'medio_otro', label: 'Otro medio' },
      ],
      parts: [
        { column: 'medio_radio', value: 'medio_radio', chosen: '1', blanks: ['9'] },
        { column: 'medio_web', value: 'medio_web', chosen: '1', blanks: ['9'] },
        { column: 'medio_otro', value: 'medio_otro', chosen: '1', blanks: ['9'] },
      ],
    });
    expect(codebook?.questions.find(({ name }) => name === 'horas')).toMatchObject({
      kind: 'decimal',
      missingCodes: ['-2', '-1', '-7'],
    });
    expect(codebook?.questions.find(({ name }) => name === 'institucion')?.options).toContainEqual({
      value: 'b',
      label: 'Segunda',
    });
    expect(codebook?.questions.find(({ name }) => name === 'pais')?.missingCodes).toEqual(['ZZZ']);
    expect(notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['case-weights', 'documents-ignored']),
    );
    expect(columns[3]?.unit).toBe('%');
  });

  it('names a file cut anywhere as damaged, without hanging', async () => {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'sav-'));
    for (const file of ['encuesta-pspp.sav', 'encuesta-pspp.zsav', 'encuesta-pspp-sin-comprimir.sav']) {
      const whole = await readFile(path.join(folder, file));
      for (let length = 8; length < whole.length; length += 97) {
        const cut = path.join(scratch, 'cortado.sav');
        await writeFile(cut, whole.subarray(0, length));
        const failure = await failureOf(convert(cut));
        expect(failure.code, `${file} ${length}`).toBe('statistics-file-damaged');
      }
    }
    await rm(scratch, { recursive: true });
  });

  it('reads a file with any byte changed, or names it damaged', async () => {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'sav-'));
    const whole = await readFile(path.join(folder, 'encuesta-pspp.sav'));
    let read = 0;
    for (let at = 4; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const target = path.join(scratch, 'cambiado.sav');
      await writeFile(target, changed);
      await convert(target).then(
        () => {
          read += 1;
        },
        (error: unknown) => expect(error, String(at)).toMatchObject({ code: 'statistics-file-damaged' }),
      );
    }
    expect(read).toBeGreaterThan(100);
    await rm(scratch, { recursive: true });
  });

  it('stops when it is cancelled', async () => {
    const failure = await failureOf(convert(path.join(folder, 'electric.sav'), true));
    expect(failure.code).toBe('cancelled');
  });
});

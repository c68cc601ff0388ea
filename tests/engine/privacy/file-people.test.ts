import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amongPeople } from '../../../electron/engine/privacy/file-people';
import { redactText } from '../../../electron/engine/privacy/redact-text';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

/** Names that are in no list; who bears them is invented. */
const people = [
  'Zwelinde Quorbalán',
  'Ysmael Trafinao',
  'Brunilde Ochandiano',
  'Okwui Marfull',
  'Flor Campos',
];
const helpers = ['Escuela', 'Zwelinde', 'Municipio', 'Quorbalán', 'Consultorio'];
const answers = [
  'Ayer Brunilde me empujó en la fila',
  'Me gusta la escuela',
  'juego con Okwui y con Ysmael Trafinao en el patio',
  'Hay una flor en los campos de la escuela Okwui Marfull',
  'Que vuelva la profesora Ochandiano',
];

function file(): string {
  const rows = Array.from({ length: 25 }, (_, index) => {
    const friend = `${people[(index + 1) % 5]}`.split(' ').join('_').toLowerCase();
    return [
      people[index % 5],
      helpers[(index * 3) % 5],
      answers[(index * 2) % 5],
      index % 2 ? 'biblioteca patio' : `patio ${friend}`,
      String((index % 6) + 1),
    ].join(';');
  });
  return `Nombre del estudiante;¿Quién le ayudó?;Comentario;Lugares;Nota\n${rows.join('\n')}\n`;
}

const secrets = [
  'Zwelinde',
  'Quorbal',
  'Ysmael',
  'Trafinao',
  'Brunilde',
  'Ochandiano',
  'zwelinde',
  'trafinao',
];

describe('people of the file itself', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Personas', fileId: null });
  });
  afterEach(() => test.close());

  it('are replaced where other columns name them: in texts, options, lists and the receipt', async () => {
    const { wave, instrument, receipt } = await importFile(test, await test.stage('lista.csv', file()));
    const list = await test.client.call('wave.list', {});
    const rows = await test.client.call('wave.receipt', { waveId: wave.id });
    const said = JSON.stringify([wave, instrument, receipt, list, rows]);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    const helper = instrument.variables.find(({ label }) => label === '¿Quién le ayudó?');
    expect(helper?.options.map(({ value }) => value).sort()).toEqual([
      'Consultorio',
      'Escuela',
      'Municipio',
      '[nombre]',
    ]);
    const read = receipt.columns.find(({ header }) => header === '¿Quién le ayudó?');
    expect(read?.kept).toBe(25);
  });

  it('are forgotten when the file has been read', async () => {
    await importFile(test, await test.stage('lista.csv', file()));
    expect(redactText('Ayer Brunilde me empujó en la fila')).toBe('Ayer Brunilde me empujó en la fila');
  });

  it('are known by their words, not by words that mean something else', async () => {
    const words = new Set([
      'zwelinde',
      'quorbalan',
      'flor',
      'campos',
      'santiago',
      'martin',
      'rosa',
      'temuco',
    ]);
    await amongPeople(words, async () => {
      expect(redactText('Zwelinde Quorbalán')).toBe('[nombre]');
      expect(redactText('Q. Zwelinde')).not.toContain('Zwelinde');
      expect(redactText('Quorbalán Z.')).toBe('[nombre]');
      expect(redactText('QUORBALÁN, Zwelinde')).toBe('[nombre]');
      for (const text of ['Vivo en Temuco', 'Flor de Campos', 'San Martín de los Andes', 'Santiago Centro'])
        expect(redactText(text)).toBe(text);
      expect(redactText('Escuela Zwelinde Quorbalán')).toBe('Escuela Zwelinde Quorbalán');
    });
  });
});

describe('two files at the same time', () => {
  it('do not know each other’s people, nor does what comes after them', async () => {
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
    const text = 'Ayer Brunilde habló con Okwui';
    const read = (name: string): Promise<string[]> =>
      amongPeople(new Set([name]), async () => {
        const before = redactText(text);
        await pause();
        return [before, redactText(text)];
      });
    const [first, second] = await Promise.all([read('brunilde'), read('okwui')]);
    expect(first).toEqual(['Ayer [nombre] habló con Okwui', 'Ayer [nombre] habló con Okwui']);
    expect(second).toEqual(['Ayer Brunilde habló con [nombre]', 'Ayer Brunilde habló con [nombre]']);
    expect(redactText(text)).toBe(text);
  });

  it('are each stored without their own names', async () => {
    const test = await startTestEngine();
    try {
      await test.client.call('project.create', { name: 'A la vez', fileId: null });
      const other = file().replaceAll(/Zwelinde|Ysmael|Brunilde|Okwui|Flor/g, (name) => `${name}ka`);
      const fileId = await test.stage('primera.csv', file());
      const otherId = await test.stage('segunda.csv', other);
      const [imported] = await Promise.all([
        importFile(test, fileId),
        test.client.call('import.inspect', { fileId: otherId, corrections: {} }),
        test.client.call('import.inspect', { fileId: otherId, corrections: {} }),
      ]);
      const rows = await test.client.call('wave.rows', { waveId: imported.wave.id, offset: 0, limit: 100 });
      const bytes = Buffer.from(rows.table).toString('utf8');
      for (const secret of secrets) expect(bytes).not.toContain(secret);
    } finally {
      await test.close();
    }
  });
});

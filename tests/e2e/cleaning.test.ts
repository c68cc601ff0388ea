import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileId, WaveId } from '../../shared/domain/ids';
import { acceptProposals } from '../support/import';
import { type Application, startApplication } from './support/application';
import { seriousFindings } from './support/axe';
import { launchBrowser, openWindow } from './support/browser';
import { choose, download, es, openAddress, seeHeading } from './support/screen';

let application: Application;
let browser: Browser;
let page: Page;
let problems: string[];
let waveId: WaveId;

beforeAll(async () => {
  [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
  await application.client.call('project.openDemonstration', { fresh: false });
  const { waves } = await application.client.call('wave.list', {});
  waveId = WaveId.parse(waves[0]?.id);
  ({ page, problems } = await openWindow(browser, application));
});
afterAll(async () => {
  await browser?.close();
  await application?.close();
});

const { cleaning, receipt, waves } = es;

async function hashOfWave(): Promise<string | undefined> {
  const list = await application.client.call('wave.list', {});
  return list.waves.find(({ id }) => id === waveId)?.dataSha256;
}

describe('data that need a correction', () => {
  it('have a cell corrected with its reason, and back as it was read', async () => {
    const before = await hashOfWave();
    await openAddress(page, application, `/mediciones/${waveId}`);
    await page.getByRole('cell', { name: 'Masculino' }).first().click();
    const panel = page.getByRole('dialog', { name: cleaning.cell.title });
    await choose(panel, cleaning.cell.value, 'Femenino');
    await panel.getByRole('textbox', { name: cleaning.fields.reason }).fill('Lo confirmó la escuela');
    await panel.getByRole('textbox', { name: cleaning.fields.who }).fill('Oficina de Migraciones');
    await panel.getByText(cleaning.preview.total('1', '1')).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: cleaning.save.cell, exact: true }).click();
    await page.getByText(cleaning.saved('Sexo')).waitFor();
    expect(await hashOfWave()).not.toBe(before);

    await openAddress(page, application, '/mediciones/limpieza');
    const row = page.getByRole('row').filter({ hasText: 'Lo confirmó la escuela' });
    await row.getByText('«Masculino»').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const csv = await readFile(
      await download(page, () => page.getByRole('button', { name: cleaning.export }).click()),
      'utf8',
    );
    expect(csv).toContain('Oficina de Migraciones');
    await row.getByRole('button', { name: cleaning.removeOf('Sexo') }).click();
    await seeHeading(page, cleaning.empty.title);
    expect(await hashOfWave()).toBe(before);
  });

  it('have rows set aside that come back corrected, each told by its line', async () => {
    await openAddress(page, application, `/mediciones/${waveId}/recibo`);
    await seeHeading(page, waves.receipt.setAsideTitle);
    const exported = await download(page, () =>
      page.getByRole('button', { name: waves.receipt.export }).click(),
    );
    const [head = '', ...lines] = (await readFile(exported, 'utf8')).trimEnd().split('\r\n');
    // The long row has a semicolon in its comment without quotes around; with them the last cell is empty.
    const comment = 'Le interesa el taller de música; pide un cupo';
    const long = lines.find((line) => line.includes(comment)) ?? '';
    const mended = long.replace(comment, `"${comment}"`).replace(';sintético;', ';sintético;;');
    const returned = `${head}\r\n${mended}\r\n`;
    await page
      .getByLabel(receipt.bringBack.button)
      .setInputFiles({ name: 'corregidas.csv', mimeType: 'text/csv', buffer: Buffer.from(returned) });
    await page.getByText(receipt.bringBack.added('1')).waitFor();
    const told = await application.client.call('wave.receipt', { waveId });
    expect(told).toMatchObject({ rowsRead: 611, rowsKept: 606, rowsSetAside: 5, rowsSecondCount: 611 });
    await seeHeading(page, receipt.later.title);
    expect(await seriousFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('have the files of two schools read again together, whatever their order', async () => {
    const school = (first: number, mark: string, more = '') =>
      `Folio;Curso;Nota\n${first};1A;${mark}\n${first + 1};2A;6,5\n${first + 2};1A;4,5\n${more}`;
    const files = [
      { name: 'escuela-norte.csv', label: 'Norte', before: school(101, '5,5'), after: school(101, '6,1') },
      {
        name: 'escuela-sur.csv',
        label: 'Sur',
        before: school(201, '5,5'),
        after: school(201, '5,5', '204;1A;4,0\n'),
      },
    ];
    const staged = [];
    for (const { name, before } of files) {
      staged.push(FileId.parse(await application.stage(name, before)));
    }
    const [fileId = FileId.parse(''), ...others] = staged;
    const several = {
      additionalFiles: others.map((each) => ({ fileId: each, label: files[1]?.label ?? '' })),
      label: files[0]?.label ?? '',
    };
    const inspection = await application.client.call('import.inspect', {
      fileId,
      corrections: {},
      ...several,
    });
    const plan = acceptProposals(inspection, { wave: { name: 'Dos escuelas' } });
    const imported = await application.client.call('wave.import', { ...plan, ...several });
    await page.reload();
    await openAddress(page, application, `/mediciones/${imported.wave.id}/recibo`);
    const { reread } = receipt;
    await page.getByLabel(reread.buttonSeveral).setInputFiles(
      files.toReversed().map(({ name, after }) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(after),
      })),
    );
    const panel = page.getByRole('dialog', { name: reread.buttonSeveral });
    await panel.getByText(/^«escuela-sur.csv» y «escuela-norte.csv» traen 7\sfilas/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: reread.apply }).click();
    await page.getByText(reread.done).waitFor();
    const told = await application.client.call('wave.receipt', { waveId: imported.wave.id });
    expect(told.files.map(({ label, rowsKept }) => [label, rowsKept])).toEqual([
      ['Norte', 3],
      ['Sur', 4],
    ]);
    expect(problems).toEqual([]);
  });
});

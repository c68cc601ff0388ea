import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Application, startApplication } from './support/application';
import { launchBrowser, openWindow } from './support/browser';
import { dropFile } from './support/drop-file';
import { confirmWave, continueTo, stepHeadings } from './support/import-steps';
import { es, goTo, openAddress, seeHeading } from './support/screen';

const goodWave = 'Medición que ya estaba';
const header = 'RUT;Escuela;Asiste';
const people = [
  '12.345.678-5;Escuela Norte;Sí',
  '15.509.661-6;Escuela Sur;No',
  '12.678.579-8;Escuela Sur;Sí',
];

/** Each file is dropped on a project that holds one good wave, which must be there as it was afterwards. */
describe('files that cannot be imported', () => {
  let application: Application;
  let browser: Browser;
  let page: Page;
  let before: unknown;

  beforeAll(async () => {
    [application, browser] = await Promise.all([startApplication(), launchBrowser()]);
    await application.client.call('project.create', { name: 'Proyecto con una medición', fileId: null });
    ({ page } = await openWindow(browser, application));
    await drop('buena.csv', [header, ...people].join('\r\n'));
    await seeHeading(page, stepHeadings.dialect);
    for (const step of ['columns', 'identity', 'confirm'] as const) await continueTo(page, step);
    await page.getByRole('textbox', { name: es.import.confirm.nameLabel, exact: true }).fill(goodWave);
    await page.getByRole('button', { name: /^Importar \d/ }).click();
    await seeHeading(page, goodWave);
    before = await stored();
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });
  beforeEach(async () => {
    await openAddress(page, application, '/mediciones');
    await page.getByRole('table', { name: es.waves.title }).waitFor();
  });

  /** Everything the project holds: waves with the hash of their data, instruments, and the rows themselves. */
  async function stored(): Promise<unknown> {
    const { client } = application;
    const [{ waves }, { instruments }, { project }] = await Promise.all([
      client.call('wave.list', {}),
      client.call('instrument.list', {}),
      client.call('project.current', {}),
    ]);
    return { waves, instruments, counts: project?.counts };
  }

  async function drop(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(application.folder, name);
    await writeFile(path, content);
    await openAddress(page, application, '/mediciones/importar');
    // An import that failed is still there to be gone on with.
    const startOver = page.getByRole('button', { name: es.import.startOver });
    const zone = page.getByRole('heading', { name: es.import.file.drop });
    await startOver.or(zone).first().waitFor();
    if (await startOver.isVisible()) await startOver.click();
    await seeHeading(page, es.import.file.drop);
    await dropFile(page, path, es.import.file.drop);
  }

  /** The message, once it stands; what it says is compared word by word. */
  async function message(): Promise<Locator> {
    const alert = page.getByRole('main').getByRole('alert');
    await alert.waitFor();
    return alert;
  }

  async function expectProjectAsBefore(): Promise<void> {
    expect(await stored()).toEqual(before);
    await goTo(page, 'waves');
    await page.getByRole('link', { name: goodWave }).waitFor();
    expect(await page.getByRole('table', { name: es.waves.title }).getByRole('row').count()).toBe(2);
  }

  const cases: readonly { what: string; name: string; content: string | Uint8Array; says: RegExp[] }[] = [
    {
      what: 'an empty file',
      name: 'vacio.csv',
      content: '',
      says: [/El archivo está vacío/, /«vacio\.csv»/, /expórtalo de nuevo/],
    },
    {
      what: 'a picture with the name of a table',
      name: 'foto.csv',
      content: Uint8Array.from([
        0x89,
        0x50,
        0x4e,
        0x47,
        0x0d,
        0x0a,
        0x1a,
        0x0a,
        ...Array(600).fill(0),
        7,
        1,
        0,
      ]),
      says: [/no es una tabla de texto/, /«foto\.csv»/, /guárdalo como «CSV/],
    },
    {
      what: 'titles without a single answer',
      name: 'titulos.csv',
      content: `${header}\r\n`,
      says: [
        /encabezados, pero ninguna respuesta/,
        /«titulos\.csv»/,
        /Revisa que la descarga incluya las respuestas/,
      ],
    },
  ];

  it.each(cases)('says what, where and what to do: $what', async ({ name, content, says }) => {
    await drop(name, content);
    const alert = await message();
    const words = (await alert.allInnerTexts()).join(' ');
    for (const sentence of says) expect(words).toMatch(sentence);
    await alert.getByRole('button', { name: es.import.startOver }).click();
    await seeHeading(page, es.import.file.drop);
    await expectProjectAsBefore();
  });

  const repeated = [header, ...people, '12345678-5;Escuela Norte;No'].join('\r\n');

  it('stops at an identifier that repeats, and says in which lines', async () => {
    await drop('repetidos.csv', repeated);
    await goToConfirm();
    await page.getByRole('radio', { name: es.import.confirm.repeatedStop }).click();
    await page.getByRole('button', { name: /^Importar \d/ }).click();
    const alert = await message();
    const words = (await alert.allInnerTexts()).join(' ');
    expect(words).toMatch(/El identificador se repite/);
    expect(words).toMatch(/columna «RUT»/);
    expect(words).toMatch(/Líneas «?2»? y «?5»?/);
    expect(words).toMatch(/apartar las filas repetidas/);
    // A message about an identity does not repeat it.
    expect(words.replaceAll(/[.-]/g, '')).not.toMatch(/12345678/);
    await expectProjectAsBefore();
  });

  it('sets the repeated row aside instead where the analyst prefers that', async () => {
    await drop('repetidos.csv', repeated);
    await goToConfirm();
    await page.getByRole('radio', { name: es.import.confirm.repeatedSetAside }).click();
    await confirmWave(page, 'Medición con repetidos');
    const receipt = page.getByRole('tabpanel', { name: es.waves.page.tabs.recibo });
    const words = (await receipt.allInnerTexts()).join(' ');
    expect(words).toMatch(new RegExp(`${es.import.setAside['repeated-identifier']}\\s+1\\s+líneas? 5`));
  });

  it('refuses a file that is not a project, and keeps the open one', async () => {
    const path = join(application.folder, 'apuntes.lineabase');
    await writeFile(path, 'Esto no es un proyecto.');
    await goTo(page, 'home');
    await page.getByRole('button', { name: es.home.project.more }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: es.home.project.open }).click(),
    ]);
    await chooser.setFiles(path);
    const toast = page.getByRole('alert').filter({ hasText: 'proyecto' });
    await toast.waitFor();
    expect((await toast.allInnerTexts()).join(' ')).toMatch(
      /no es un proyecto de Línea Base.*«apuntes\.lineabase»/s,
    );
    await seeHeading(page, 'Proyecto con una medición');
  });

  async function goToConfirm(): Promise<void> {
    await seeHeading(page, stepHeadings.dialect);
    for (const step of ['columns', 'match', 'identity', 'confirm'] as const) await continueTo(page, step);
  }
});

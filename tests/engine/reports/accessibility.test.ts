import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceHandlers } from '../../../electron/engine/practices/handlers';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { ensureChromium } from '../../../scripts/chromium';
import { variableId } from '../../support/comparison-project';
import { sampling, startDesignedProject } from './designed-project';
import { call, comparisonBlock, type ReportProject, startReportProject } from './report-project';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let project: ReportProject;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  project = await startReportProject();
});
afterAll(async () => {
  await browser.close();
  await project.close();
});

/** The rules of WCAG 2.2 AA that axe finds broken, and all that the page asked of the network. */
async function examine(
  filePath: string,
  width: number,
): Promise<{ broken: string[]; requests: string[]; overflow: number }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|file):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(`file://${filePath}`);
  await page.evaluate(axeSource);
  const broken = await page.evaluate<string[]>(`
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) =>
      found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' ').slice(0, 300)))
  `);
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  await page.close();
  return { broken, requests, overflow };
}

it('a report in HTML breaks no rule of axe, fetches nothing and fits a phone', async () => {
  const report = await project.save([
    { kind: 'heading', text: 'Resultados' },
    comparisonBlock(project.everybody),
    comparisonBlock(project.bySchool, { chart: 'bars' }),
  ]);
  const input = { reportId: report.id, formats: ['html' as const] };
  const { files } = await reportHandlers['report.render'](project.context, input, call);
  const path = project.context.files.output(files[0]?.fileId ?? '').path;
  await copyFile(path, `${path}.html`);
  expect(await examine(`${path}.html`, 1000)).toEqual({ broken: [], requests: [], overflow: 0 });
  expect((await examine(`${path}.html`, 390)).overflow).toBe(0);
});

it('a report on a designed sample, its answers and its people lost breaks no rule of axe', async () => {
  const designed = await startDesignedProject();
  try {
    const comparison = await designed.compare(
      'Mismas personas, por sexo',
      designed.spec({
        linkage: 'matched',
        breakdown: [variableId('sexo')],
        sampling: sampling({ clusterId: variableId('curso'), weightId: variableId('peso') }),
      }),
    );
    const report = await designed.save([
      comparisonBlock(comparison, { chart: 'forest', showDistributions: true }),
      {
        kind: 'panel',
        comparisonId: comparison.id,
        followUpWaveId: null,
        indicatorIds: [],
        compositionVariableIds: [variableId('sexo'), variableId('zona')],
        caption: '',
      },
    ]);
    const input = { reportId: report.id, formats: ['html' as const] };
    const { files } = await reportHandlers['report.render'](designed.context, input, call);
    const path = designed.context.files.output(files[0]?.fileId ?? '').path;
    await copyFile(path, `${path}.html`);
    expect(await examine(`${path}.html`, 1000)).toEqual({ broken: [], requests: [], overflow: 0 });
    expect((await examine(`${path}.html`, 390)).overflow).toBe(0);
  } finally {
    await designed.close();
  }
});

it('a ficha in HTML breaks no rule of axe', async () => {
  const practice = await practiceHandlers['practice.addSeed'](project.context, { slug: 'los-andes' }, call);
  const input = { practiceId: practice.id, format: 'html', layout: 'ficha', locale: 'es' } as const;
  const { fileId } = await practiceHandlers['practice.print'](project.context, input, call);
  const path = project.context.files.output(fileId).path;
  await copyFile(path, `${path}.html`);
  expect(await examine(`${path}.html`, 1000)).toEqual({ broken: [], requests: [], overflow: 0 });
});

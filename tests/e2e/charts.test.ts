import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartToSvg, drawSpec } from '../../electron/engine/charts/draw';
import { buildSeriesChart } from '../../shared/charts';
import { chartCases, themes, wide } from '../unit/charts/cases';
import { series, twoYears } from '../unit/charts/series-fixtures';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) process.stderr.write(`not run: no Chromium at ${executablePath}\n`);

/** The charts as a browser gets them: one script that puts them on `window.charts`. */
async function bundle(): Promise<string> {
  const built = await build({
    logLevel: 'error',
    configFile: false,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve(import.meta.dirname, '../../shared/charts/index.ts'),
        name: 'charts',
        formats: ['iife'],
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const chunk = outputs.find((each) => each.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the charts did not build');
  return chunk.code;
}

/** Where two texts part, with what follows in each; empty when they are the same. */
function firstDifference(first: string, second: string): string {
  if (first === second) return '';
  let at = 0;
  while (first[at] === second[at]) at += 1;
  return `at ${at}: ${first.slice(at - 40, at + 60)} | ${second.slice(at - 40, at + 60)}`;
}

describe.runIf(hasChromium)('charts in Chromium', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    // Plot shifts marks by half a pixel on a coarse screen, to keep lines crisp; elsewhere it draws as in Node.
    page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.setContent('<!doctype html><html lang="es"><title>Gráficos</title><main></main></html>');
    await page.addScriptTag({ content: await bundle() });
  });
  afterAll(() => browser?.close());

  it.each(chartCases())('draws the same bytes as Node: $name', async ({ kind, input }) => {
    for (const theme of themes) {
      const context = { ...wide, theme };
      const drawn = await page.evaluate(
        `charts.serializeSvg(charts.drawChart(charts.buildChart(${JSON.stringify(kind)}, ${JSON.stringify(input)}, ${JSON.stringify(context)}), document))`,
      );
      expect(firstDifference(String(drawn), chartToSvg(kind, input, context).svg)).toBe('');
    }
  });

  it.each([{ share: false }, { share: true }])(
    'draws the same bytes as Node: a series, %o',
    async (options) => {
      const result = series(twoYears(), options);
      for (const theme of themes) {
        const context = { ...wide, theme };
        const drawn = await page.evaluate(
          `charts.serializeSvg(charts.drawChart(charts.buildSeriesChart(${JSON.stringify(result)}, ${JSON.stringify(context)}), document))`,
        );
        expect(firstDifference(String(drawn), drawSpec(buildSeriesChart(result, context)).svg)).toBe('');
      }
    },
  );

  it('offers a chart as one image with a name and a description', async () => {
    const [first] = chartCases();
    if (!first) throw new Error('there are cases');
    await page.evaluate(
      `document.querySelector('main').replaceChildren(charts.drawChart(charts.buildChart(${JSON.stringify(first.kind)}, ${JSON.stringify(first.input)}, ${JSON.stringify(wide)}), document))`,
    );
    const image = page.getByRole('img', {
      name: /^Niñas, niños y adolescentes que se sienten parte de su escuela/,
    });
    expect(await image.count()).toBe(1);
    const box = await image.boundingBox();
    expect(box?.width).toBe(672);
  });
});

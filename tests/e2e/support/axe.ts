import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on what stands on the page now, one line a rule with the first places. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const options: RunOptions = { resultTypes: ['violations'] };
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 4).map((node) => {
        const said = [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
        return `${node.target.join(' ')} | ${node.html.slice(0, 160)} | ${said}`;
      });
      return `${id}: ${help} (${nodes.length})\n  ${places.join('\n  ')}`;
    });
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planningMethods } from '../../../shared/domain/planning';
import { variableMethods } from '../../../shared/domain/variable-comparison';
import { EFFECT_SIZE_NAMES, ESTIMATE_METHOD_IDS, METHOD_IDS, TEST_NAMES } from '../../../shared/stats/types';
import { readDocument, root } from './generated';

const statement = readDocument('docs/metodos.md');
const fixtures = join(root, 'tests', 'fixtures');
const golden = join(fixtures, 'golden', 'stats');

describe('the statement of methods', () => {
  it.each([
    ['Cifra de una medición', ESTIMATE_METHOD_IDS],
    ['Cambio entre dos mediciones', METHOD_IDS],
    ['Pruebas', TEST_NAMES],
    ['Tamaño del efecto', EFFECT_SIZE_NAMES],
    ['Todas las respuestas a una pregunta', variableMethods],
    ['Planificar', planningMethods],
  ] as const)('has one row for each of «%s», and none for what does not exist', (title, ids) => {
    expect(
      rowsOf(title)
        .map(([id]) => id)
        .sort(),
    ).toEqual([...ids].map((id) => `\`${id}\``).sort());
  });

  it('says for each figure, change, test and effect size how it is computed, what R says and what its edges do', () => {
    for (const title of [
      'Cifra de una medición',
      'Cambio entre dos mediciones',
      'Pruebas',
      'Tamaño del efecto',
    ]) {
      for (const row of rowsOf(title)) {
        expect(row).toHaveLength(5);
        expect(
          row.every((cell) => cell.trim() !== ''),
          row.join(' | '),
        ).toBe(true);
      }
    }
  });

  it('names golden files that exist beside the script that made them, and every one of them', () => {
    const named = [...statement.matchAll(/`([a-z-]+)\.json`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(20);
    for (const name of new Set(named)) {
      expect(existsSync(join(golden, `${name}.json`)), name).toBe(true);
      const script = name === 'golden' ? 'make.R' : `${name}.R`;
      expect(existsSync(join(golden, script)), script).toBe(true);
    }
    const made = readdirSync(golden).filter((name) => name.endsWith('.json'));
    expect(made.map((name) => name.replace('.json', '')).sort()).toEqual([...new Set(named)].sort());
    for (const folder of ['design', join('golden', 'variable-comparison')]) {
      expect(existsSync(join(fixtures, folder, 'expected.json')), folder).toBe(true);
    }
  });
});

/** The cells of the first table under a heading. */
function rowsOf(title: string): string[][] {
  const [, after = ''] = statement.split(`\n## ${title}\n`);
  const lines = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.replace(/^\| | \|$/g, '').split(' | '));
}

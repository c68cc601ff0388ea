import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FigureRow, figureTable, tableOf, withTable } from '../../../electron/cli/figures-table';
import { PracticeTemplate } from '../../../shared/domain/template';
import { agreesWith } from '../../../shared/templates/agreement';
import { readDocument, root } from './generated';

const folder = join(root, 'seeds', 'templates');
const templates = readdirSync(folder).map((name) =>
  PracticeTemplate.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
);
const lines = (tableOf(readDocument('sample-data/README.md')) ?? '')
  .split('\n')
  .slice(2)
  .map((line) => line.slice(2, -2).split(' | '));

describe('the figures in the README of the sample data', () => {
  // Where these fail: npm run figures
  it('are those of the templates, in their order', () => {
    const expected = templates.flatMap(({ slug, figures }) =>
      figures.map(({ what, stated }) => [`\`${slug}\``, what, stated === '' ? 'no la da' : stated]),
    );
    expect(lines.map((cells) => cells.slice(0, 3))).toEqual(expected);
  });

  it('are all computed, and agree wherever the document gives one', () => {
    const wrong = lines.filter(([, , stated, computed, agrees]) => {
      const isAnswered = stated === 'no la da' ? agrees?.trim() === '' : agrees?.trim() === 'sí';
      return computed === 'sin cifra' || !isAnswered;
    });
    expect(wrong).toEqual([]);
  });

  it('agree by their own rules where they are plain numbers', () => {
    const figures = templates.flatMap((template) => template.figures);
    const checked = lines.flatMap(([, what, , computed = ''], index) => {
      const figure = figures[index];
      const plain = /^(\d{1,3}(?:\.\d{3})*(?:,\d+)?)(?: [a-z]+)?$/.exec(computed)?.[1];
      if (!figure || !plain) return [];
      const value = Number(plain.replaceAll('.', '').replace(',', '.'));
      return [{ what, value, agrees: agreesWith(figure.agrees, value) }];
    });
    expect(checked.length).toBeGreaterThan(35);
    expect(checked.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

describe('the table of figures', () => {
  const row: FigureRow = { practice: '`x`', what: 'A | B', stated: '', computed: null, agrees: null };

  it('tells what has no figure, what disagrees and what the document leaves out', () => {
    const table = figureTable([row, { ...row, stated: '20', computed: '19\u00a0personas', agrees: false }]);
    expect(table.split('\n').slice(2)).toEqual([
      '| `x` | A / B | no la da | sin cifra |  |',
      '| `x` | A / B | 20 | 19 personas | **no** |',
    ]);
  });

  it('takes the place of the one before and leaves the rest', () => {
    const readme = 'uno\n<!-- cifras: se genera -->\nviejo\n<!-- cifras: fin -->\ndos\n';
    const written = withTable(readme, 'nuevo');
    expect(tableOf(written)).toBe('nuevo');
    expect(written).toMatch(/^uno\n[\s\S]*\ndos\n$/);
    expect(() => withTable('sin marcas', 'nuevo')).toThrow('no <!-- cifras');
  });
});

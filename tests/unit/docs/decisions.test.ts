import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument, root } from './generated';

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

describe('the decisions', () => {
  const pages = readdirSync(join(root, 'docs', 'decisions')).filter((name) => /^\d/.test(name));
  const index = readDocument('docs/decisions/README.md');

  it.each(pages)('%s carries its own number and title in the index', (page) => {
    const number = page.slice(0, 4);
    const [heading = ''] = readDocument(`docs/decisions/${page}`).split('\n');
    expect(heading).toMatch(new RegExp(`^# ${number}\\. `));
    expect(index).toContain(`| [${number}](${page}) | ${heading.replace(/^# \d+\. /, '')} |`);
  });

  it('have no number twice', () => {
    const numbers = pages.map((page) => page.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the list of dependencies', () => {
  const { dependencies, devDependencies } = Manifest.parse(JSON.parse(readDocument('package.json')));
  const packages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  const listed = readDocument('docs/decisions/dependencies.md').split('\n').flatMap(namesOf);

  it('says of every package why it is here', () => {
    expect(packages.filter((name) => !listed.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  it('names no package that is gone', () => {
    const gone = listed.filter((pattern) => !packages.some((name) => pattern.test(name)));
    expect(gone).toEqual([]);
  });
});

/** The packages of one row; a name without scope takes that of the name before it, and an asterisk stands for any ending. */
function namesOf(row: string): RegExp[] {
  const [, cell = ''] = row.split('|');
  let scope = '';
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => {
    const full = name.startsWith('@') || scope === '' ? name : `${scope}/${name}`;
    scope = full.startsWith('@') ? (full.split('/')[0] ?? '') : '';
    return new RegExp(`^${full.replaceAll('*', '.+')}$`);
  });
}

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, root } from './generated';

const guideFiles = readdirSync(join(root, 'docs', 'guia')).map((name) => `docs/guia/${name}`);
const decisions = readdirSync(join(root, 'docs', 'decisions')).map((name) => `docs/decisions/${name}`);
const documents = ['README.md', 'docs/metodos.md', 'docs/cobertura.md', ...guideFiles, ...decisions];

type Link = { from: string; target: string };
const links = documents.flatMap((from): Link[] =>
  [...readDocument(from).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => ({ from, target }))
    .filter(({ target }) => !/^https?:/.test(target)),
);

describe('links of the documents', () => {
  it('lead to files that exist', () => {
    expect(links.length).toBeGreaterThan(50);
    const broken = links.filter(({ from, target }) => !existsSync(join(root, pathOf({ from, target }))));
    expect(broken).toEqual([]);
  });

  it('lead to headings that exist', () => {
    const broken = links.filter((link) => {
      const [, anchor] = link.target.split('#');
      return anchor !== undefined && !anchorsOf(pathOf(link)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('reach every chapter from the index of the guide', () => {
    const reached = links.filter(({ from }) => from === 'docs/guia/README.md').map(pathOf);
    expect(guideFiles.filter((path) => path !== 'docs/guia/README.md' && !reached.includes(path))).toEqual(
      [],
    );
  });

  it('show every picture that is kept, and only those', () => {
    const pictures = readdirSync(join(root, 'docs', 'imagenes')).map((name) => `docs/imagenes/${name}`);
    const shown = new Set(links.map(pathOf).filter((path) => path.endsWith('.png')));
    expect([...shown].sort()).toEqual(pictures.sort());
  });
});

function pathOf({ from, target }: Link): string {
  const [path = ''] = target.split('#');
  return path === '' ? from : posix.join(dirname(from), path);
}

/** The anchors GitHub gives to the headings of a document: lower case, without signs, blanks as hyphens. */
function anchorsOf(path: string): string[] {
  return [...readDocument(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

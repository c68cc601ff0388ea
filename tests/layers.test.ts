import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { type Layer, layerPaths, mayImport, packageLayers } from './layers';

const root = join(import.meta.dirname, '..');

/** Code files of the repository, those not committed yet included. */
function codeFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path) && existsSync(join(root, path)));
}

/** What a file imports, types and dynamic imports included. */
function importsOf(path: string, source: string): string[] {
  const parsed = parseSync(path, source);
  if (parsed.errors.length > 0) return ['(unreadable)'];
  const found: string[] = [];
  visit(parsed.program, found);
  return found;
}

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const kind = 'type' in node ? node.type : null;
  if (
    kind === 'ImportDeclaration' ||
    kind === 'ExportNamedDeclaration' ||
    kind === 'ExportAllDeclaration' ||
    kind === 'ImportExpression' ||
    kind === 'TSImportType'
  ) {
    const source = 'source' in node ? node.source : null;
    const value = literalOf(source);
    if (value !== null) found.push(value);
    else if (source !== null && kind === 'ImportExpression') found.push('(computed)');
  }
  for (const child of Object.values(node)) visit(child, found);
}

function literalOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('value' in node)) return null;
  return typeof node.value === 'string' ? node.value : null;
}

function layerOf(path: string): Layer | null {
  const match = layerPaths
    .filter(([, start]) => path === start || (start.endsWith('/') && path.startsWith(start)))
    .sort(([, a], [, b]) => b.length - a.length)[0];
  return match?.[0] ?? null;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Sentences on what a file imports and must not. */
function offences(path: string, source: string): string[] {
  const layer = layerOf(path);
  if (layer === null) return [`${path} belongs to no layer`];
  return importsOf(path, source).flatMap((specifier) => {
    const problem = specifier.startsWith('.')
      ? pathProblem(path, layer, specifier)
      : packageProblem(layer, specifier);
    return problem === null ? [] : [`${path} (${layer}) imports ${specifier}: ${problem}`];
  });
}

function pathProblem(path: string, layer: Layer, specifier: string): string | null {
  const target = normalize(join(dirname(path), specifier))
    .split('\\')
    .join('/');
  const other = layerOf(target) ?? layerOf(`${target}.ts`) ?? layerOf(`${target}/`);
  if (other === null) return 'the target belongs to no layer';
  return other === layer || mayImport[layer].includes(other) ? null : `${layer} may not import ${other}`;
}

function packageProblem(layer: Layer, specifier: string): string | null {
  // Only tests load what they have just built or found, under a name they compute.
  if (specifier === '(computed)') return layer === 'tests' ? null : 'the name is computed';
  const name = packageName(specifier);
  const layers = Object.hasOwn(packageLayers, name) ? packageLayers[name] : undefined;
  if (layers === undefined) return 'nobody has classified this package';
  return layers.includes(layer) ? null : `${layer} may not import this package`;
}

describe('layers', () => {
  const files = codeFiles();

  it('are kept by every import of every file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((path) => offences(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('know every package that package.json names', () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const named = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(named.filter((name) => !Object.hasOwn(packageLayers, name))).toEqual([]);
  });

  it('keep electron in the desktop host alone', () => {
    expect(packageLayers.electron).toEqual(['desktop', 'desktop-preload']);
  });

  it.each([
    ['electron in the engine', 'electron/engine/x.ts', "import { app } from 'electron';"],
    ['a type of electron in the engine', 'electron/engine/x.ts', "import type { App } from 'electron';"],
    ['one host in another', 'electron/cli/x.ts', "export * from '../loopback/server';"],
    ['the engine in the window', 'renderer/x.tsx', "const x = <p>{import('../electron/engine/engine')}</p>;"],
    ['Node in the window', 'renderer/x.ts', "import fs from 'node:fs';"],
    ['Node under its bare name', 'shared/x.ts', "import fs from 'fs';"],
    [
      'the engine in the main process',
      'electron/desktop/x.ts',
      "import { createEngine } from '../engine/engine';",
    ],
    ['a package nobody classified', 'shared/x.ts', "import leftPad from 'left-pad';"],
    ['a package named like a built-in property', 'shared/x.ts', "import x from 'constructor';"],
    ['a computed import', 'electron/engine/x.ts', 'const x = await import(name);'],
    ['a type by its path', 'shared/x.ts', "type X = import('../electron/engine/engine').Engine;"],
    ['tests from the product', 'electron/engine/x.ts', "import '../../tests/support/engine';"],
    ['a file outside all layers', 'extra/x.ts', 'export {};'],
  ])('catch %s', (_name, path, source) => {
    expect(offences(path, source)).toHaveLength(1);
  });

  it('let pass what they allow', () => {
    expect(offences('electron/loopback/x.ts', "import { createEngine } from '../engine/engine';")).toEqual(
      [],
    );
    expect(offences('renderer/ui/X.tsx', "import { useState } from 'react';\nimport './X.css';")).toEqual([]);
  });
});

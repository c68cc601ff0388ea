import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingOptionalPackages } from '../../../scripts/lockfile';

describe('the lock file', () => {
  it('holds every optional package it names, or npm ci would refuse it', () => {
    const path = join(import.meta.dirname, '..', '..', '..', 'package-lock.json');
    expect(Object.keys(missingOptionalPackages(JSON.parse(readFileSync(path, 'utf8'))))).toEqual([]);
  });

  it('is completed with the platform that the name tells', () => {
    const packages = {
      '': {},
      'node_modules/tool': { dev: true, optionalDependencies: { '@tool/cli-linux-x64-musl': '1.2.3' } },
    };
    expect(missingOptionalPackages({ packages })).toEqual({
      'node_modules/@tool/cli-linux-x64-musl': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
    });
  });

  it('needs nothing where a package higher up is found', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } },
      'node_modules/a/node_modules/c': {},
    };
    expect(missingOptionalPackages({ packages })).toEqual({});
  });
});

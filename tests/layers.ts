/**
 * Who may import whom. A file belongs to the layer with the longest matching path; the most specific come first.
 * There is no list of exemptions: a rule that is wrong is changed here, where everybody reads it.
 */
export const layerPaths = [
  ['desktop-preload', 'electron/desktop/preload.ts'],
  ['desktop-engine', 'electron/desktop/engine-process.ts'],
  ['desktop', 'electron/desktop/'],
  ['engine', 'electron/engine/'],
  ['host', 'electron/host/'],
  ['loopback', 'electron/loopback/'],
  ['cli', 'electron/cli/'],
  ['renderer', 'renderer/'],
  ['stats', 'shared/stats/'],
  ['charts', 'shared/charts/'],
  ['text', 'shared/text/'],
  ['domain', 'shared/domain/'],
  ['shared', 'shared/'],
  ['sample-data', 'sample-data/'],
  ['scripts', 'scripts/'],
  ['tests', 'tests/'],
  ['build', 'electron.vite.config.ts'],
  ['build', 'vitest.config.ts'],
  ['manifest', 'package.json'],
] as const;

export type Layer = (typeof layerPaths)[number][0];

const pure = ['shared', 'domain', 'stats', 'charts', 'text'] as const;
const hosted = ['desktop', 'desktop-engine', 'engine', 'host', 'loopback', 'cli'] as const;

/** The other layers a layer may import; its own is always allowed. */
export const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  domain: ['shared'],
  shared: ['domain'],
  stats: [],
  text: ['shared', 'domain', 'stats'],
  charts: ['shared', 'domain', 'text'],
  engine: [...pure, 'manifest'],
  host: [...pure, 'engine'],
  loopback: [...pure, 'engine', 'host'],
  cli: [...pure, 'engine', 'host'],
  desktop: [...pure, 'host'],
  'desktop-engine': [...pure, 'engine', 'host', 'desktop'],
  'desktop-preload': ['shared', 'desktop'],
  renderer: [...pure],
  'sample-data': [],
  scripts: ['text'],
  tests: [...pure, ...hosted, 'renderer', 'sample-data', 'scripts'],
  build: [],
  manifest: [],
};

const node = [
  'engine',
  'host',
  'loopback',
  'cli',
  'desktop',
  'desktop-engine',
  'sample-data',
  'scripts',
  'tests',
  'build',
] as const;
const distributions = ['stats'] as const;
const inTests = ['tests'] as const;

/** Every package that may be imported at all, and the layers that may. */
export const packageLayers: Readonly<Record<string, readonly Layer[]>> = {
  'node:': node,
  electron: ['desktop', 'desktop-preload'],

  zod: ['shared', 'domain', 'stats', 'engine', 'host', 'loopback', 'cli', 'desktop', 'renderer', 'tests'],
  '@stdlib/math-base-special-betainc': distributions,
  '@stdlib/math-base-special-erfcinv': distributions,
  '@stdlib/math-base-special-gamma-delta-ratio': distributions,
  '@stdlib/math-base-special-gammainc': distributions,
  '@stdlib/math-base-special-kernel-betaincinv': distributions,
  '@stdlib/stats-base-dists-binomial': distributions,
  '@stdlib/stats-base-dists-chisquare': distributions,
  '@stdlib/stats-base-dists-normal': distributions,
  '@stdlib/stats-base-dists-t': distributions,
  'ml-matrix': distributions,
  '@observablehq/plot': ['charts', 'tests'],

  '@duckdb/node-api': ['engine', 'tests'],
  'apache-arrow': ['engine', 'renderer', 'tests'],
  papaparse: ['engine', 'tests'],
  yauzl: ['engine', 'tests'],
  yazl: ['engine', 'sample-data', 'tests'],
  docx: ['engine', 'tests'],
  'fastest-levenshtein': ['engine'],
  saxes: ['engine', 'tests'],
  '@e965/xlsx': ['engine', 'tests'],
  'i18n-iso-countries': ['engine', 'tests'],
  'fast-check': ['tests'],
  'iconv-lite': ['engine', 'sample-data', 'tests'],
  linkedom: ['engine', 'tests'],
  '@resvg/resvg-js': ['engine', 'tests'],
  '@myriaddreamin/typst-ts-node-compiler': ['engine', 'tests'],
  '@expo-google-fonts/inter': ['engine'],
  '@fontsource/inter': ['engine'],
  'env-paths': ['host'],
  'proper-lockfile': ['engine', 'scripts'],

  react: ['renderer', 'tests'],
  'react-dom': ['renderer', 'tests'],
  'react-dropzone': ['renderer'],
  wouter: ['renderer', 'tests'],
  '@mantine/core': ['renderer', 'tests'],
  '@mantine/hooks': ['renderer'],
  '@mantine/notifications': ['renderer', 'tests'],
  '@tabler/icons-react': ['renderer'],
  '@tanstack/react-query': ['renderer', 'tests'],
  '@tanstack/react-virtual': ['renderer'],
  '@fontsource-variable/inter': ['renderer'],

  vitest: ['tests', 'build'],
  vite: ['tests', 'build'],
  'electron-vite': ['build'],
  '@vitejs/plugin-react': ['build'],
  'playwright-core': inTests,
  'axe-core': inTests,
  jsdom: inTests,
  'pure-rand': inTests,
  '@testing-library/react': inTests,
  '@testing-library/user-event': inTests,

  // Programs and types: nothing imports them.
  '@biomejs/biome': [],
  'electron-builder': [],
  tsx: [],
  typescript: [],
  '@types/jsdom': [],
  '@types/node': [],
  '@types/papaparse': [],
  '@types/yauzl': [],
  '@types/yazl': [],
  '@types/proper-lockfile': [],
  '@types/react': [],
  '@types/react-dom': [],
};

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

const files = [
  { weight: 400, file: '@fontsource/inter/files/inter-latin-400-normal.woff2' },
  { weight: 600, file: '@fontsource/inter/files/inter-latin-600-normal.woff2' },
] as const;

/** The `@font-face` rules of Inter with its latin letters inside, so that a file needs nothing from elsewhere. */
export function webFontRules(): string {
  return files
    .map(({ weight, file }) => {
      const data = readFileSync(resolve(file)).toString('base64');
      return `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
    })
    .join('\n');
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Inter, the one typeface of the application: as TrueType for drawing in Node, as WOFF2 to lie inside HTML files. */

const resolve = createRequire(import.meta.url).resolve;

const drawingFiles = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
] as const;

const webFiles = [
  { weight: 400, file: '@fontsource/inter/files/inter-latin-400-normal.woff2' },
  { weight: 600, file: '@fontsource/inter/files/inter-latin-600-normal.woff2' },
] as const;

let drawingFonts: Buffer[] | undefined;

/** The bytes of Inter as TrueType in the weights 400, 500, 600 and 700. */
export function readDrawingFonts(): Buffer[] {
  drawingFonts ??= drawingFiles.map((file) => readFileSync(resolve(file)));
  return drawingFonts;
}

/** Paths of the same TrueType files, for programs that read fonts themselves. */
export function drawingFontPaths(): string[] {
  return drawingFiles.map((file) => resolve(file));
}

/** The bytes of Inter as WOFF2, latin letters only, in the weights 400 and 600. */
export function readWebFonts(): { weight: number; data: Buffer }[] {
  return webFiles.map(({ weight, file }) => ({ weight, data: readFileSync(resolve(file)) }));
}

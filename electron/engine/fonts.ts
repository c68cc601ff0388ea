import { createRequire } from 'node:module';
import path from 'node:path';

// Not named `require`: the bundler declares one of that name in the bundle.
const fromHere = createRequire(import.meta.url);

// Native code reads these files, so inside a packaged application they lie outside the archive.
function unpacked(file: string): string {
  return file.replace(`app.asar${path.sep}`, `app.asar.unpacked${path.sep}`);
}

function fontFile(name: string): string {
  return unpacked(fromHere.resolve(`@expo-google-fonts/inter/${name}`));
}

/** Inter as TrueType files, for what draws outside a browser (resvg, Typst); neither reads woff. */
export const interFonts = {
  regular: fontFile('400Regular/Inter_400Regular.ttf'),
  italic: fontFile('400Regular_Italic/Inter_400Regular_Italic.ttf'),
  medium: fontFile('500Medium/Inter_500Medium.ttf'),
  semibold: fontFile('600SemiBold/Inter_600SemiBold.ttf'),
  bold: fontFile('700Bold/Inter_700Bold.ttf'),
} as const;

/** All files of Inter. */
export const interFontFiles: readonly string[] = Object.values(interFonts);

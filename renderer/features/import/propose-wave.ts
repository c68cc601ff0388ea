import type { Inspection, WaveDraft } from '../../../shared/domain/import';
import type { Wave } from '../../../shared/domain/wave';

/** A first proposal for the wave: named after the file, ex-ante when it is the first one and ex-post afterwards. */
export function proposeWave(inspection: Inspection | undefined, waves: readonly Wave[]): WaveDraft {
  return {
    name: inspection ? nameOfFile(inspection.fileName) : '',
    moment: waves.some((wave) => wave.moment === 'ex-ante') ? 'ex-post' : 'ex-ante',
    startDate: null,
    endDate: null,
    isSynthetic: inspection?.saysSynthetic ?? false,
  };
}

/** A file's name without its ending, with spaces for joining marks: `diagnostico-2023.csv` gives `Diagnostico 2023`. */
export function nameOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return words.charAt(0).toLocaleUpperCase('es') + words.slice(1);
}

import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import { draft, startComparisonProject, variableId } from '../../support/comparison-project';
import { type ReportTools, reportTools } from './report-project';

export const moods = ['mal', 'regular', 'bien', 'muybien'] as const;
export const courses = Array.from({ length: 12 }, (_, index) => `c${String(index + 1).padStart(2, '0')}`);

export type DesignedProject = ReportTools & { spec(more?: Partial<ComparisonSpec>): ComparisonSpec };

/** Twelve courses of ten pupils in two zones, but the last course has four; made up, the same in every run. */
function pupils(wave: 0 | 1) {
  return courses.flatMap((curso, course) =>
    Array.from({ length: course === 11 ? 4 : 10 }, (_, index) => {
      const place = course * 10 + index;
      const mood = (place * 7 + course) % 4;
      return {
        run: `${curso}-${index}`,
        curso,
        zona: course < 6 ? 'urbana' : 'rural',
        sexo: index % 2 === 0 ? 'a' : 'b',
        peso: 1 + (course % 3) / 2,
        conoce: (place * 5 + course) % 10 < (wave === 0 ? 3 + (course % 3) : 7),
        usa: (place * 3 + course) % 10 < 5 + (wave === 1 ? course % 2 : 0),
        nota: 4 + ((place * 13 + course) % 20) / 10 + (wave === 1 ? 0.3 + (course % 4) / 10 : 0),
        animo: moods[Math.min(3, mood + (wave === 1 && place % 3 === 0 ? 1 : 0))] ?? 'mal',
      };
    }),
  );
}

/** Clusters, strata and weights by the variables of the project. */
export function sampling(more: Partial<SamplingDesign>): SamplingDesign {
  return { ...simpleSampling, ...more };
}

/** A project of pupils drawn by course, with two shares, a mean and the top box of a scale. */
export async function startDesignedProject(): Promise<DesignedProject> {
  const project = await startComparisonProject({
    variables: {
      run: { type: 'identifier' },
      curso: { type: 'single', role: 'group', label: 'Curso', options: courses },
      zona: { type: 'single', role: 'group', label: 'Zona', options: ['urbana', 'rural'] },
      sexo: { type: 'single', role: 'group', label: 'Sexo', options: ['a', 'b'] },
      peso: { type: 'decimal', label: 'Factor de expansión' },
      conoce: { type: 'boolean', label: '¿Conoce la oficina?' },
      usa: { type: 'boolean', label: '¿Usa la oficina?' },
      nota: { type: 'decimal', label: 'Nota de bienestar' },
      animo: { type: 'ordinal', label: 'Ánimo', options: moods },
    },
    waves: [
      { name: 'Ex-ante 2023', rows: pupils(0) },
      { name: 'Ex-post 2024', rows: pupils(1) },
    ],
    indicators: [
      share('conoce', 'Conoce la oficina'),
      draft(
        { kind: 'mean', variableId: variableId('nota') },
        { name: 'Bienestar', decimals: 2, unit: 'puntos' },
      ),
      draft({ kind: 'top-box', variableId: variableId('animo'), boxes: 2 }, { name: 'Ánimo alto' }),
      share('usa', 'Usa la oficina'),
    ],
  });
  return { ...(await reportTools(project, 114)), spec: (more = {}) => project.spec(more) };
}

function share(variable: string, name: string) {
  const condition = { op: 'is' as const, variableId: variableId(variable), values: ['true'] };
  return draft({ kind: 'proportion', condition }, { name });
}

/** A file of a rendered report by the end of its name. */
export function fileOf(files: ReadonlyMap<string, Buffer>, end: string): string {
  const found = [...files].find(([name]) => name.endsWith(end));
  if (!found) throw new Error(`no file ending in ${end} among ${[...files.keys()].join(', ')}`);
  return found[1].toString('utf8');
}

/** The rows of a CSV of a report by their headings; numbers as numbers. */
export function csvRows(text: string): Record<string, string | number>[] {
  const lines = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .map((line) => line.split(';'));
  const start = lines.findIndex((line) => line[0] === 'Indicador');
  const heads = lines[start] ?? [];
  return lines
    .slice(start + 1)
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(heads.map((head, index) => [head, readCell(line[index] ?? '')])));
}

function readCell(text: string): string | number {
  return /^-?\d+(,\d+)?(e-?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

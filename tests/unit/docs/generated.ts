import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionMarkdown } from './decision-markdown';
import { withMarkedPart } from './markdown';
import { methodsMarkdown, variablesMarkdown } from './method-markdown';
import { planningMarkdown } from './planning-markdown';
import { reasonsMarkdown } from './reasons-markdown';

export const root = join(import.meta.dirname, '..', '..', '..');

export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The sentence that says how many intervals of the simulation hold what they promise. */
function coverageCount(): string {
  const found = /^\*\*Resultado:\*\* [^.]*\./m.exec(readDocument('docs/cobertura.md'));
  if (!found) throw new Error('docs/cobertura.md tells no result');
  return found[0];
}

/** Parts of the documents that follow from the program, by document and mark. */
export const generatedParts: readonly { path: string; name: string; make: () => string }[] = [
  { path: 'docs/guia/metodo.md', name: 'tabla-de-decisiones', make: decisionMarkdown },
  { path: 'docs/guia/metodo.md', name: 'tabla-de-preguntas', make: variablesMarkdown },
  { path: 'docs/guia/metodo.md', name: 'metodos-en-palabras', make: methodsMarkdown },
  { path: 'docs/guia/planificar.md', name: 'ejemplo-de-plan', make: planningMarkdown },
  { path: 'docs/guia/cobertura.md', name: 'cuenta-de-cobertura', make: coverageCount },
  { path: 'docs/metodos.md', name: 'razones', make: reasonsMarkdown },
];

/** The one part that needs the demonstration. */
export const fourDesigns = { path: 'docs/guia/diseno-declarado.md', name: 'cuatro-disenos' } as const;

export function writePart(path: string, name: string, part: string): void {
  writeFileSync(join(root, path), withMarkedPart(readDocument(path), name, part));
}

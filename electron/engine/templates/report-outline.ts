import type { ReportBlock } from '../../../shared/domain/report';
import type { PracticeTemplate } from '../../../shared/domain/template';
import type { TemplateOmission } from '../../../shared/methods/template';
import { resolveBlock } from '../../../shared/templates/resolve';
import type { Holdings } from './made';

type Outlined = { block: PracticeTemplate['report']['blocks'][number]; made: ReportBlock | null };

const isProse = (kind: unknown): boolean => kind === 'heading' || kind === 'text';

/**
 * The blocks of a template's report that can be printed now. A part (from a heading to the next) that would have results
 * and has none of them yet is left out whole; what is left out is told.
 */
export function outlineOf(
  template: PracticeTemplate,
  ids: Readonly<Record<string, string>>,
  held: Holdings,
): { blocks: ReportBlock[]; omitted: TemplateOmission[] } {
  const omitted: TemplateOmission[] = [];
  const parts: Outlined[][] = [];
  template.report.blocks.forEach((block, index) => {
    const resolved = resolveBlock(block, ids);
    const made = resolved.ok && hasData(resolved.value, held) ? resolved.value : null;
    if (!made) {
      const reason = resolved.ok || isWaiting(resolved.missing) ? 'waves-absent' : 'definition-absent';
      const name = nameOf(template, block);
      omitted.push({ kind: 'block', key: String(index), name, reason, details: [] });
    }
    if (block.kind === 'heading' || parts.length === 0) parts.push([]);
    parts.at(-1)?.push({ block, made });
  });
  const blocks = parts
    .filter((part) => {
      const results = part.filter(({ block }) => !isProse(block.kind));
      return results.length === 0 || results.some(({ made }) => made !== null);
    })
    .flatMap((part) => part.flatMap(({ made }) => (made ? [made] : [])));
  return { blocks, omitted };
}

function isWaiting(missing: readonly string[]): boolean {
  return missing.some((reference) => /^(wave|comparison):/.test(reference));
}

function hasData(block: ReportBlock, held: Holdings): boolean {
  if (block.kind !== 'measurement') return true;
  const measurement = held.measurements.get(block.measurementId);
  return held.waves.some(({ instrumentId }) => instrumentId === measurement?.spec.instrumentId);
}

function nameOf(template: PracticeTemplate, block: PracticeTemplate['report']['blocks'][number]): string {
  const reference = String(block.measurementId ?? block.comparisonId ?? '');
  const named = [...template.measurements, ...template.comparisons].find(({ key }) =>
    reference.endsWith(`:${key}`),
  );
  return named?.name ?? String(block.caption ?? block.text ?? block.kind);
}

import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonId, MeasurementId, VariableId } from '../../../shared/domain/ids';
import type { Report, ReportBlock, ReportDraft } from '../../../shared/domain/report';
import type { SeriesSpec } from '../../../shared/domain/series';

/** A part of the report with a key that stays while parts are moved. */
export type KeyedBlock = { key: string; block: ReportBlock };
export type ReportForm = Omit<ReportDraft, 'blocks'> & { blocks: readonly KeyedBlock[] };
export type BlockKind = ReportBlock['kind'];

/** A stored report as the editor holds it; keys are the places the parts had when it was read. */
export function reportFormOf(report: Report): ReportForm {
  const { title, subtitle, municipality, unit, practiceId, audience, locale, blocks } = report;
  return {
    title,
    subtitle,
    municipality,
    unit,
    practiceId,
    audience,
    locale,
    blocks: blocks.map((block, index) => ({ key: `stored-${index}`, block })),
  };
}

/** The report as it is stored; a title left blank becomes `untitled`. */
export function reportDraftOf(form: ReportForm, untitled: string): ReportDraft {
  return {
    ...form,
    title: form.title.trim() === '' ? untitled : form.title,
    blocks: form.blocks.map((each) => each.block),
  };
}

/** What new parts with figures start from; null or absent where the project has none. */
export type BlockSources = {
  comparisonId: ComparisonId | null;
  variableId: VariableId | null;
  series?: SeriesSpec | null;
  compositionVariableIds?: readonly VariableId[];
  measurementId?: MeasurementId | null;
};

/** A new part of a kind; null where there is nothing for it to start from. */
export function newBlock(kind: BlockKind, from: BlockSources): ReportBlock | null {
  switch (kind) {
    case 'heading':
      return { kind, text: '' };
    case 'text':
      return { kind, text: '' };
    case 'comparison':
      return from.comparisonId && comparisonBlock(from.comparisonId, 'dumbbell');
    case 'distribution':
      if (from.comparisonId === null || from.variableId === null) return null;
      return {
        kind,
        comparisonId: from.comparisonId,
        variableId: from.variableId,
        chart: 'distribution',
        caption: '',
      };
    case 'series': {
      if (!from.series) return null;
      const { audience, ...spec } = from.series;
      return { kind, spec, showTable: true, showSentences: true, caption: '' };
    }
    case 'panel':
      return (
        from.comparisonId && {
          kind,
          comparisonId: from.comparisonId,
          followUpWaveId: null,
          indicatorIds: [],
          compositionVariableIds: [...(from.compositionVariableIds ?? [])],
          caption: '',
        }
      );
    case 'measurement':
      return from.measurementId ? measurementBlock(from.measurementId) : null;
  }
}

/** A part that shows a whole measurement: sentences, charts and tables. */
export function measurementBlock(measurementId: MeasurementId): ReportBlock {
  return {
    kind: 'measurement',
    measurementId,
    showTables: true,
    showCharts: true,
    showSentences: true,
    caption: '',
  };
}

/** A part that shows a whole comparison: sentences, chart and table, with the answers behind its scales. */
export function comparisonBlock(comparisonId: ComparisonId, chart: ChartKind): ReportBlock {
  return {
    kind: 'comparison',
    comparisonId,
    indicatorIds: [],
    chart,
    showTable: true,
    showSentences: true,
    showDistributions: true,
    caption: '',
  };
}

/** The parts with one put in at a place. */
export function insertBlock(
  blocks: readonly KeyedBlock[],
  at: number,
  block: ReportBlock,
): readonly KeyedBlock[] {
  return [...blocks.slice(0, at), { key: crypto.randomUUID(), block }, ...blocks.slice(at)];
}

/** The parts with one moved up (-1) or down (1); unchanged at the ends. */
export function moveBlock(blocks: readonly KeyedBlock[], key: string, by: -1 | 1): readonly KeyedBlock[] {
  const from = blocks.findIndex((each) => each.key === key);
  const to = from + by;
  const moved = blocks[from];
  if (!moved || to < 0 || to >= blocks.length) return blocks;
  const rest = blocks.filter((each) => each.key !== key);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

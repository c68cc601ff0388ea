import type { z } from 'zod';
import { ComparisonSpec } from '../domain/comparison';
import { IndicatorDraft } from '../domain/indicator';
import { type MeasurementKind, MeasurementSpec, measurementKinds } from '../domain/measurement';
import { ReportBlock } from '../domain/report';
import type { PracticeTemplate } from '../domain/template';

/** What each reference of a template became, by the reference without its `@`: `variable:caso/canal` is `var_…`. */
export type TemplateIds = Readonly<Record<string, string>>;

/** A definition read by its own schema, or why it cannot be: references without an id, and what the schema objects to. */
export type Resolved<T> =
  | { ok: true; value: T }
  | { ok: false; missing: string[]; issues: { path: string; message: string }[] };

const wholeReference =
  /^@((?:instrument|indicator|measurement|comparison|wave):[a-z0-9][a-z0-9-]*|variable:[a-z0-9][a-z0-9-]*\/[a-z][a-z0-9_]*)$/;
const anyReference =
  /@((?:instrument|indicator|measurement|comparison|wave):[a-z0-9][a-z0-9-]*|variable:[a-z0-9][a-z0-9-]*\/[a-z][a-z0-9_]*)/g;

/** Replaces every text that is a reference by its id, at any depth. `missing` are those without one, each once. */
export function replaceReferences(value: unknown, ids: TemplateIds): { value: unknown; missing: string[] } {
  const missing = new Set<string>();
  const visit = (node: unknown): unknown => {
    if (typeof node === 'string') {
      const reference = wholeReference.exec(node)?.[1];
      if (!reference) return node;
      if (!Object.hasOwn(ids, reference)) missing.add(reference);
      return ids[reference] ?? node;
    }
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, visit(part)]));
  };
  const replaced = visit(value);
  return { value: replaced, missing: [...missing] };
}

/** A text with references inside, such as a figure's key; null where one has no id yet. */
export function replaceInside(text: string, ids: TemplateIds): string | null {
  let isWhole = true;
  const replaced = text.replace(anyReference, (whole, reference: string) => {
    if (!Object.hasOwn(ids, reference)) isWhole = false;
    return ids[reference] ?? whole;
  });
  return isWhole ? replaced : null;
}

function read<S extends z.ZodType>(
  schema: S,
  body: Record<string, unknown>,
  ids: TemplateIds,
): Resolved<z.output<S>> {
  const { value, missing } = replaceReferences(body, ids);
  const parsed = schema.safeParse(value);
  if (missing.length === 0 && parsed.success) return { ok: true, value: parsed.data };
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }));
  // A reference without an id fails the id's form too; that is told once.
  return { ok: false, missing, issues: missing.length > 0 ? [] : issues };
}

const indicatorDefaults = {
  definition: '',
  filter: null,
  missingRule: 'exclude',
  direction: 'neutral',
  unit: '',
  decimals: 1,
  target: null,
  justification: '',
  verification: '',
  responsible: '',
};

/** An indicator of the template. What may be left out: everything but `name` and `measure`. */
export function resolveIndicator(
  indicator: PracticeTemplate['indicators'][number],
  ids: TemplateIds,
): Resolved<IndicatorDraft> {
  return read(IndicatorDraft, { ...indicatorDefaults, ...indicator.body }, ids);
}

const kindDefaults: Record<MeasurementKind, Record<string, unknown>> = {
  figures: { breakdownId: null },
  cases: { resolvedId: null, splitIds: [], standards: [], cutDate: null, period: 'month' },
  meetings: { bodyId: null, held: null },
  attendance: { dateId: null, personId: null, countId: null, attended: null, splitIds: [] },
  funnel: { splitId: null },
  coverage: { unitId: null, inTarget: null, targetShare: null, splitId: null },
  coding: { stageId: null },
  ledger: { openings: [], period: 'month' },
  contrast: { baselineWaveId: null, followUpWaveId: null },
};

/** A measurement of the template; every wave, every row and 95 % confidence unless it says otherwise. */
export function resolveMeasurement(
  measurement: PracticeTemplate['measurements'][number],
  ids: TemplateIds,
): Resolved<MeasurementSpec> {
  const kind = measurementKinds.find((each) => each === measurement.body.kind);
  const defaults = kind ? kindDefaults[kind] : {};
  const shared = { waveIds: [], filter: null, confidenceLevel: 0.95 };
  return read(MeasurementSpec, { ...shared, ...defaults, ...measurement.body }, ids);
}

/** The instrument whose waves a comparison of the template names first; null where it names none. */
export function instrumentOfComparison(
  template: PracticeTemplate,
  comparison: PracticeTemplate['comparisons'][number],
): PracticeTemplate['instruments'][number] | null {
  const key = String(comparison.body.baselineWaveId ?? '').replace(/^@wave:/, '');
  const sample = template.samples.find((each) => each.key === key);
  return template.instruments.find((each) => each.key === sample?.instrument) ?? null;
}

/** A comparison of the template; design, coverage and linkage are the instrument's declared ones unless it says otherwise. */
export function resolveComparison(
  template: PracticeTemplate,
  comparison: PracticeTemplate['comparisons'][number],
  ids: TemplateIds,
): Resolved<ComparisonSpec> {
  const design = instrumentOfComparison(template, comparison)?.design;
  const declared = design ? { coverage: design.coverage, linkage: design.linkage } : {};
  const shared = { breakdown: [], confidenceLevel: 0.95, audience: 'internal' };
  return read(ComparisonSpec, { ...shared, ...declared, ...comparison.body }, ids);
}

const blockDefaults: Record<string, Record<string, unknown>> = {
  comparison: { indicatorIds: [], chart: null, showTable: true, showSentences: true, caption: '' },
  distribution: { chart: 'likert', caption: '' },
  panel: { followUpWaveId: null, indicatorIds: [], compositionVariableIds: [], caption: '' },
  measurement: { showTables: true, showCharts: true, showSentences: true, caption: '' },
  series: { showTable: true, showSentences: true, caption: '' },
};

/** A block of the report's outline. */
export function resolveBlock(
  block: PracticeTemplate['report']['blocks'][number],
  ids: TemplateIds,
): Resolved<ReportBlock> {
  return read(ReportBlock, { ...blockDefaults[String(block.kind)], ...block }, ids);
}

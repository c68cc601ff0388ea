import { ComparisonId, InstrumentId, ReportId, WaveId } from '../../../shared/domain/ids';
import type { PracticeTemplate } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import type { TemplateStatus } from '../../../shared/methods/template';
import { pretendIds } from '../../../shared/templates/check';
import { replaceReferences, resolveIndicator } from '../../../shared/templates/resolve';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { getPractice } from '../practices/practice-store';
import { type Holdings, livingIds, readHoldings } from './made';
import { templateGaps } from './template-gaps';
import { loadTemplate } from './template-store';
import { findUse } from './template-use';
import { templateWaves } from './template-waves';

/** How far a practice is on its template's way. Throws `practice-missing` and `template-missing` (it names none). */
export async function templateStatus(
  context: EngineContext,
  session: Session,
  practiceId: string,
): Promise<TemplateStatus> {
  const practice = await getPractice(session, practiceId);
  const use = await findUse(session, practiceId);
  const slug = use?.slug ?? practice.templateSlug;
  if (!slug) throw new AppError('template-missing', { practiceId });
  const template = await loadTemplate(context.options.resourcesFolder, slug);
  const held = await readHoldings(session);
  const ids = livingIds(use?.ids ?? {}, held);
  const standing = templateWaves(template, ids, held.waves);
  const instruments = template.instruments.map((each) => instrumentStatus(template, each, ids, held));
  const comparisons = template.comparisons.map(({ key, name, body }) => ({
    key,
    name,
    id: idOf(ComparisonId, ids[`comparison:${key}`]),
    waitsFor: wavesOf(body)
      .filter((sample) => !standing.has(sample))
      .map((sample) => template.samples.find((each) => each.key === sample)?.wave.name ?? sample),
  }));
  const measurements = template.measurements.map(({ key, name }) => {
    const made = held.measurements.get(ids[`measurement:${key}`] ?? '');
    return {
      key,
      name: made?.name ?? name,
      id: made?.id ?? null,
      hasData: held.waves.some(({ instrumentId }) => instrumentId === made?.spec.instrumentId),
    };
  });
  const report = held.reports.get(use?.reportId ?? '');
  const linked = template.claims.filter(({ claim }) =>
    practice.claims.some(({ id, evidence }) => id === ids[`claim:${claim}`] && evidence !== null),
  ).length;
  const pretended = pretendIds(template);
  const status = {
    slug,
    isUsed: use !== null && instruments.some(({ id }) => id !== null),
    instruments,
    indicators: template.indicators.map((indicator) => {
      const made = held.indicators.get(ids[`indicator:${indicator.key}`] ?? '');
      const resolved = resolveIndicator(indicator, pretended);
      const name = made?.name ?? (resolved.ok ? resolved.value.name : indicator.key);
      return { key: indicator.key, name, id: made?.id ?? null };
    }),
    measurements,
    samples: template.samples.map(({ key, wave }) => ({
      key,
      name: wave.name,
      waveId: idOf(WaveId, ids[`wave:${key}`]),
    })),
    comparisons,
    reportId: report ? ReportId.parse(report.id) : null,
    claims: { linked, of: template.claims.length },
    gaps: templateGaps(template, ids, held),
  };
  return { ...status, steps: stepsOf(status) };
}

function idOf<T>(schema: { parse(id: string): T }, id: string | undefined): T | null {
  return id === undefined ? null : schema.parse(id);
}

/** The samples whose waves a comparison's body names. */
export function wavesOf(body: Record<string, unknown>): string[] {
  const { missing } = replaceReferences(body, {});
  return missing.flatMap((reference) => (reference.startsWith('wave:') ? [reference.slice(5)] : []));
}

function instrumentStatus(
  template: PracticeTemplate,
  { key, name }: PracticeTemplate['instruments'][number],
  ids: Readonly<Record<string, string>>,
  held: Holdings,
): TemplateStatus['instruments'][number] {
  const made = held.instruments.get(ids[`instrument:${key}`] ?? '');
  const waves = made ? held.waves.filter(({ instrumentId }) => instrumentId === made.id) : [];
  const isMixed = waves.some(({ isSynthetic }) => isSynthetic) && waves.some((wave) => !wave.isSynthetic);
  return {
    key,
    name: made?.name ?? name,
    id: made ? InstrumentId.parse(made.id) : null,
    waves: waves.map(({ id, name: wave, moment, rows, isSynthetic }) => ({
      id,
      name: wave,
      moment,
      rows,
      isSynthetic,
    })),
    mixesSynthetic: template.samples.some((sample) => sample.instrument === key) && isMixed,
  };
}

function stepsOf(status: Omit<TemplateStatus, 'steps'>): TemplateStatus['steps'] {
  const { instruments, indicators, measurements, comparisons, claims, reportId } = status;
  const made = [...instruments, ...indicators, ...measurements];
  const step = (
    name: TemplateStatus['steps'][number]['step'],
    done: number,
    of: number,
  ): TemplateStatus['steps'][number] => ({
    step: name,
    state: done === 0 ? 'open' : done < of ? 'partly' : 'done',
    done,
    of,
  });
  const results = [
    ...measurements.map(({ id, hasData }) => id !== null && hasData),
    ...comparisons.map(({ waitsFor }) => waitsFor.length === 0),
  ];
  return [
    step('instrument', made.filter(({ id }) => id !== null).length, made.length),
    step('data', instruments.filter(({ waves }) => waves.length > 0).length, instruments.length),
    step('results', results.filter(Boolean).length, results.length),
    step('report', (reportId ? 1 : 0) + claims.linked, 1 + claims.of),
  ];
}

import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import { Comparison, type ComparisonSpec } from '../../../shared/domain/comparison';
import { ReportId } from '../../../shared/domain/ids';
import type { Claim, EvidenceLink, Practice } from '../../../shared/domain/practice';
import type { ReportBlock, ReportDraft } from '../../../shared/domain/report';
import type { PracticeTemplate } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import type { TemplateItem, TemplateOmission } from '../../../shared/methods/template';
import { computeComparison } from '../comparison/compute';
import { hashJson } from '../comparison/result-hash';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { changeDefinition } from '../definitions/definition-store';
import { getPractice } from '../practices/practice-store';
import { reportHandlers } from '../reports/handlers';
import type { ReportDefinition } from '../reports/report-store';
import { findFigures, linkTo, specOf } from './find-figures';
import { type Holdings, livingIds, readHoldings } from './made';
import { outlineOf } from './report-outline';
import { wavesOf } from './template-status';
import { loadTemplate } from './template-store';
import { getUse, type TemplateUse, writeUse } from './template-use';
import { templateWaves, withWaves } from './template-waves';

type Prepared = Pick<MethodOutput<'template.prepare'>, 'items' | 'omitted'>;
type Work = {
  context: EngineContext;
  session: Session;
  template: PracticeTemplate;
  held: Holdings;
  ids: Record<string, string>;
  use: TemplateUse;
  practice: Practice;
} & Prepared;

/**
 * Makes the comparisons whose waves are there, the report of the outline, and the links of the record's claims to their
 * figures; says what was left out and why. What is there is kept; a report that nobody changed since grows with its
 * results. Throws `template-missing` where the template was never used.
 */
export async function prepareTemplate(
  context: EngineContext,
  { practiceId, render }: ParsedInput<'template.prepare'>,
  call: Call,
): Promise<MethodOutput<'template.prepare'>> {
  const { use, held } = await context.project().read(call.signal, async (session) => ({
    use: await getUse(session, practiceId),
    held: await readHoldings(session),
  }));
  const template = await loadTemplate(context.options.resourcesFolder, use.slug);
  const living = livingIds(use.ids, held);
  const ids = withWaves(living, templateWaves(template, living, held.waves));
  const made: Prepared = { items: [], omitted: [] };
  const specs = await readySpecs(context, { template, ids, held }, made, call);
  const reportId = await context.project().write(call.signal, async (session) => {
    const practice = await getPractice(session, practiceId);
    const work: Work = { context, session, template, held, ids, use, practice, ...made };
    for (const [key, spec] of specs) await makeComparison(work, key, spec);
    return makeReport(work);
  });
  await linkClaims(context, practiceId, template, made, call);
  const files =
    reportId && render.length > 0
      ? (await reportHandlers['report.render'](context, { reportId, formats: render }, call)).files
      : [];
  return { ...made, reportId, files };
}

/** The comparisons that can be computed with the data there are; the others are told as left out. */
async function readySpecs(
  context: EngineContext,
  source: { template: PracticeTemplate; ids: Record<string, string>; held: Holdings },
  { omitted }: Prepared,
  call: Call,
): Promise<Map<string, ComparisonSpec>> {
  const ready = new Map<string, ComparisonSpec>();
  for (const { key, name, body } of source.template.comparisons) {
    const { spec, reason } = specOf(source, key);
    if (!spec) {
      const waits = wavesOf(body).filter((sample) => !source.ids[`wave:${sample}`]);
      const names = source.template.samples
        .filter((sample) => waits.includes(sample.key))
        .map(({ wave }) => wave.name);
      omitted.push({ kind: 'comparison', key, name, reason, details: names });
      continue;
    }
    const problem = await computeComparison(context, spec, call).then(
      () => null,
      (error: unknown) => {
        const isTold = error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal';
        if (isTold) return error.code;
        throw error;
      },
    );
    if (problem)
      omitted.push({ kind: 'comparison', key, name, reason: 'cannot-be-computed', details: [problem] });
    else ready.set(key, spec);
  }
  return ready;
}

async function makeComparison(work: Work, key: string, spec: ComparisonSpec): Promise<void> {
  const { context, session, held, ids, items, template } = work;
  const there = held.comparisons.get(ids[`comparison:${key}`] ?? '');
  const isSame = there !== undefined && JSON.stringify(there.spec) === JSON.stringify(spec);
  if (there && isSame) {
    items.push({ kind: 'comparison', key, id: there.id, name: there.name, outcome: 'kept' });
    return;
  }
  const at = context.instant();
  const name = there?.name ?? template.comparisons.find((each) => each.key === key)?.name ?? key;
  const body = Comparison.parse({
    id: there?.id ?? context.newId('cmp'),
    name,
    spec,
    createdAt: there?.createdAt ?? at,
    updatedAt: at,
  });
  ids[`comparison:${key}`] = body.id;
  await changeDefinition(session, { entity: 'comparison', id: body.id, name, body, at });
  items.push({ kind: 'comparison', key, id: body.id, name, outcome: there ? 'changed' : 'made' });
}

async function makeReport(work: Work): Promise<ReportId | null> {
  const { context, session, template, held, ids, use, practice, items, omitted } = work;
  const outline = outlineOf(template, ids, held);
  omitted.push(...outline.omitted);
  const there = held.reports.get(use.reportId ?? '');
  const draft: ReportDraft = {
    title: template.report.title,
    subtitle: template.report.subtitle,
    municipality: practice.municipality,
    unit: practice.units[0]?.slice(0, 200) ?? '',
    practiceId: practice.id,
    audience: 'publication',
    locale: 'es',
    blocks: outline.blocks,
  };
  const hasResults = outline.blocks.some(({ kind }) => kind !== 'heading' && kind !== 'text');
  const saved = { ...use, ids: { ...use.ids, ...withoutWaves(ids) } };
  if (!hasResults && !there) {
    await writeUse(session, saved);
    return null;
  }
  const before = there && draftOf(there);
  const isUntouched = before !== undefined && hashJson(before) === use.reportHash;
  const next =
    !before || isUntouched ? draft : { ...before, blocks: [...before.blocks, ...lacking(before, draft)] };
  const isSame = before !== undefined && hashJson(before) === hashJson(next);
  const at = context.instant();
  const body: ReportDefinition = {
    ...next,
    id: there?.id ?? ReportId.parse(context.newId('rep')),
    createdAt: there?.createdAt ?? at,
    updatedAt: there && isSame ? there.updatedAt : at,
  };
  if (!isSame) await changeDefinition(session, { entity: 'report', id: body.id, name: body.title, body, at });
  items.push({
    kind: 'report',
    key: template.slug,
    id: body.id,
    name: body.title,
    outcome: isSame ? 'kept' : there ? 'changed' : 'made',
  });
  const reportHash = !before || isUntouched ? hashJson(next) : use.reportHash;
  await writeUse(session, { ...saved, reportId: body.id, reportHash });
  return body.id;
}

/** The waves of a use are those of its sample files only; those that stand in for them change from day to day. */
function withoutWaves(ids: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(ids).filter(([reference]) => !reference.startsWith('wave:')));
}

function draftOf(report: ReportDefinition & { rendering?: unknown }): ReportDraft {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, rendering: _rendering, ...draft } = report;
  return draft;
}

/** Results of the outline that a report changed by hand does not print yet. */
function lacking(before: ReportDraft, draft: ReportDraft): ReportBlock[] {
  const nameOf = (block: ReportBlock): string | null => {
    if (block.kind === 'measurement') return block.measurementId;
    return 'comparisonId' in block ? block.comparisonId : null;
  };
  const printed = new Set(before.blocks.map(nameOf));
  return draft.blocks.filter((block) => {
    const name = nameOf(block);
    return name !== null && !printed.has(name);
  });
}

async function linkClaims(
  context: EngineContext,
  practiceId: string,
  template: PracticeTemplate,
  { items, omitted }: Prepared,
  call: Call,
): Promise<void> {
  const { use, held } = await context.project().read(call.signal, async (session) => ({
    use: await getUse(session, practiceId),
    held: await readHoldings(session),
  }));
  const living = livingIds(use.ids, held);
  const ids = withWaves(living, templateWaves(template, living, held.waves));
  const report = held.reports.get(use.reportId ?? '');
  const wanted = template.claims.map(({ figure }) => figure);
  const carrying = { ...template, figures: template.figures.filter(({ key }) => wanted.includes(key)) };
  const source = { context, template: carrying, ids, held, audience: 'publication', call } as const;
  const found = await findFigures(source);
  await context.project().write(call.signal, async (session) => {
    const practice = await getPractice(session, practiceId);
    const claims = new Map<string, Claim>(practice.claims.map((claim) => [claim.id, claim]));
    for (const { claim: key, figure: figureKey } of template.claims) {
      const claim = claims.get(ids[`claim:${key}`] ?? '');
      const figure = found.find((each) => each.figure.key === figureKey);
      const name = claim?.text ?? figure?.figure.what ?? key;
      const leaveOut = (reason: TemplateOmission['reason'], details: string[]): void => {
        omitted.push({ kind: 'claim', key, name, reason, details });
      };
      const link = figure && report ? linkTo(figure, ReportId.parse(report.id)) : null;
      if (!claim) leaveOut('claim-absent', []);
      else if (!report) leaveOut('report-absent', []);
      else if (!link) leaveOut('figure-absent', figure ? [figure.figure.what] : []);
      else if (isForeign(claim.evidence, link, held)) leaveOut('linked-otherwise', []);
      else {
        const isSame = JSON.stringify(claim.evidence) === JSON.stringify(link);
        claims.set(claim.id, { ...claim, evidence: link });
        items.push({ kind: 'claim', key, id: claim.id, name, outcome: outcomeOf(claim, isSame) });
      }
    }
    const body: Practice = { ...practice, claims: [...claims.values()], updatedAt: context.instant() };
    if (JSON.stringify(body.claims) === JSON.stringify(practice.claims)) return;
    const change = { entity: 'practice', id: body.id, name: body.title, body } as const;
    await changeDefinition(session, { ...change, at: body.updatedAt });
  });
}

function outcomeOf(claim: Claim, isSame: boolean): TemplateItem['outcome'] {
  if (isSame) return 'kept';
  return claim.evidence === null ? 'made' : 'changed';
}

/** A link the analyst made to something else that is still there; it stays. */
function isForeign(evidence: EvidenceLink | null, link: EvidenceLink, held: Holdings): boolean {
  if (evidence === null || !held.reports.has(evidence.reportId)) return false;
  if (evidence.kind === 'measurement') {
    const isOurs = link.kind === 'measurement' && link.measurementId === evidence.measurementId;
    return !isOurs && held.measurements.has(evidence.measurementId);
  }
  const isOurs = link.kind === 'comparison' && link.comparisonId === evidence.comparisonId;
  return !isOurs && held.comparisons.has(evidence.comparisonId);
}

import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import { ClaimId, InstrumentId, MeasurementId, PracticeId, VariableId } from '../../../shared/domain/ids';
import { Indicator } from '../../../shared/domain/indicator';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Measurement } from '../../../shared/domain/measurement';
import type { Practice, PracticeSeed } from '../../../shared/domain/practice';
import type { PracticeTemplate } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import type { TemplateItem } from '../../../shared/methods/template';
import { type Resolved, resolveIndicator, resolveMeasurement } from '../../../shared/templates/resolve';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { changeDefinition } from '../definitions/definition-store';
import { findDesign, saveDesign } from '../design/declared-design';
import { validateIndicator } from '../indicators/validate';
import { planMeasurement } from '../measurements/plan';
import { getPractice, readSeed } from '../practices/practice-store';
import { listInstruments } from '../projects/open-project';
import { instrumentVariables, samplingOf } from './instruments';
import { type Holdings, livingIds, readHoldings } from './made';
import { loadTemplate } from './template-store';
import { listUses, type TemplateUse, writeUse } from './template-use';

type Making = {
  context: EngineContext;
  session: Session;
  template: PracticeTemplate;
  held: Holdings;
  ids: Record<string, string>;
  items: TemplateItem[];
  steps: number;
};

/**
 * Makes what a template brings in one transaction, each thing a step of the history. What an earlier use made for the
 * practice (or for another practice of the same template) is kept, changed or not, unless a copy is asked for. Throws
 * `template-missing`, `template-invalid` and `practice-missing`.
 */
export async function useTemplate(
  context: EngineContext,
  { slug, practiceId, copy }: ParsedInput<'template.use'>,
  call: Call,
): Promise<MethodOutput<'template.use'>> {
  const template = await loadTemplate(context.options.resourcesFolder, slug);
  const seed = await readSeed(context.options.resourcesFolder, slug);
  return context.project().write(call.signal, async (session) => {
    const held = await readHoldings(session);
    const making: Making = { context, session, template, held, ids: {}, items: [], steps: 0 };
    const practice = await settlePractice(making, seed, practiceId, copy);
    const before = copy ? null : earlierUse(await listUses(session), slug, practice.id);
    making.ids = livingIds(before?.ids ?? {}, held);
    for (const instrument of template.instruments) await makeInstrument(making, instrument);
    for (const indicator of template.indicators) await makeIndicator(making, indicator);
    for (const measurement of template.measurements) await makeMeasurement(making, measurement);
    const isOwn = before?.practiceId === practice.id;
    await writeUse(session, {
      practiceId: practice.id,
      slug,
      ids: { ...making.ids, ...claimIds(seed, practice) },
      reportId: isOwn ? (before?.reportId ?? null) : null,
      reportHash: isOwn ? (before?.reportHash ?? null) : null,
    });
    return { practiceId: practice.id, items: making.items, steps: making.steps };
  });
}

/** The practice's own use, or that of another practice with the same template, whose things are shared. */
function earlierUse(uses: readonly TemplateUse[], slug: string, practiceId: string): TemplateUse | null {
  const same = uses.filter((use) => use.slug === slug);
  return same.find((use) => use.practiceId === practiceId) ?? same.at(-1) ?? null;
}

async function settlePractice(
  making: Making,
  seed: PracticeSeed,
  practiceId: PracticeId | null,
  copy: boolean,
): Promise<Practice> {
  const { context, session, held } = making;
  const { slug } = seed;
  const there = practiceId
    ? await getPractice(session, practiceId)
    : [...held.practices.values()].find(
        (each) => !copy && each.templateSlug === slug && each.archivedAt === null,
      );
  const at = context.instant();
  if (there) {
    const isMarked = there.templateSlug === slug;
    const practice: Practice = isMarked ? there : { ...there, templateSlug: slug, updatedAt: at };
    if (!isMarked) await change(making, 'practice', practice.id, practice.title, practice);
    told(making, 'practice', slug, practice.id, practice.title, isMarked ? 'kept' : 'changed');
    return practice;
  }
  const { schemaVersion: _version, slug: _slug, ...record } = seed;
  const practice: Practice = {
    ...record,
    claims: seed.claims.map(({ text, stated }) => ({
      id: ClaimId.parse(context.newId('clm')),
      text,
      stated,
      evidence: null,
    })),
    templateSlug: slug,
    basedOn: null,
    archivedAt: null,
    id: PracticeId.parse(context.newId('pra')),
    createdAt: at,
    updatedAt: at,
  };
  await change(making, 'practice', practice.id, practice.title, practice);
  told(making, 'practice', slug, practice.id, practice.title, 'made');
  return practice;
}

/** Claims of the record by their key, found by their text; a claim reworded before the template was used has none. */
function claimIds(seed: PracticeSeed, practice: Practice): Record<string, string> {
  return Object.fromEntries(
    seed.claims.flatMap(({ key, text }) => {
      const claim = practice.claims.find((each) => each.text === text);
      return claim ? [[`claim:${key}`, claim.id]] : [];
    }),
  );
}

async function makeInstrument(
  making: Making,
  instrument: PracticeTemplate['instruments'][number],
): Promise<void> {
  const { context, ids, held, session } = making;
  const reference = `instrument:${instrument.key}`;
  const there = held.instruments.get(ids[reference] ?? '');
  const idOf = (name: string): VariableId => {
    const variable = `variable:${instrument.key}/${name}`;
    ids[variable] ??= context.newId('var');
    return VariableId.parse(ids[variable]);
  };
  const lacking = instrument.variables.filter(({ name }) => !ids[`variable:${instrument.key}/${name}`]);
  if (there) {
    // Questions that the template gained since, or whose variable was taken out, come back.
    const added = instrumentVariables({ ...instrument, variables: lacking }, idOf);
    const body: Instrument = {
      ...there,
      version: there.version + (added.length > 0 ? 1 : 0),
      variables: [...there.variables, ...added],
    };
    if (added.length > 0) await change(making, 'instrument', body.id, body.name, body);
    const wanted = instrumentVariables(instrument, idOf);
    const isSame = wanted.every((each) => there.variables.some((own) => isEqual(own, each)));
    told(making, 'instrument', instrument.key, there.id, there.name, isSame ? 'kept' : 'changed');
    return;
  }
  for (const { name } of instrument.variables) delete ids[`variable:${instrument.key}/${name}`];
  const at = context.instant();
  const body: Instrument = {
    id: InstrumentId.parse(context.newId('ins')),
    name: freeName(instrument.name, [...held.instruments.values()]),
    version: 1,
    rowUnit: instrument.rowUnit,
    variables: instrumentVariables(instrument, idOf),
    createdAt: at,
  };
  ids[reference] = body.id;
  await change(making, 'instrument', body.id, body.name, body);
  told(making, 'instrument', instrument.key, body.id, body.name, 'made');
  if (await findDesign(session, body.id)) return;
  const { coverage, linkage } = instrument.design;
  const sampling = samplingOf(instrument, idOf);
  await saveDesign(session, { instrumentId: body.id, coverage, linkage, sampling }, at);
  making.steps += 1;
  told(making, 'design', instrument.key, body.id, body.name, 'made');
}

async function makeIndicator(
  making: Making,
  indicator: PracticeTemplate['indicators'][number],
): Promise<void> {
  const { context, ids, held, session } = making;
  const reference = `indicator:${indicator.key}`;
  const draft = settled(resolveIndicator(indicator, ids), `indicators.${indicator.key}`, making);
  const there = held.indicators.get(ids[reference] ?? '');
  if (there) {
    const outcome = holds(there, draft) ? 'kept' : 'changed';
    told(making, 'indicator', indicator.key, there.id, there.name, outcome);
    return;
  }
  validateIndicator(draft, await listInstruments(session));
  const at = context.instant();
  const body = Indicator.parse({ ...draft, id: context.newId('ind'), createdAt: at, updatedAt: at });
  ids[reference] = body.id;
  await change(making, 'indicator', body.id, body.name, body);
  told(making, 'indicator', indicator.key, body.id, body.name, 'made');
}

async function makeMeasurement(
  making: Making,
  measurement: PracticeTemplate['measurements'][number],
): Promise<void> {
  const { context, ids, held, session } = making;
  const reference = `measurement:${measurement.key}`;
  const spec = settled(resolveMeasurement(measurement, ids), `measurements.${measurement.key}`, making);
  const there = held.measurements.get(ids[reference] ?? '');
  if (there) {
    const outcome = isEqual(there.spec, spec) ? 'kept' : 'changed';
    told(making, 'measurement', measurement.key, there.id, there.name, outcome);
    return;
  }
  await planMeasurement(session, spec, 'publication');
  const at = context.instant();
  const body: Measurement = {
    id: MeasurementId.parse(context.newId('mea')),
    name: measurement.name,
    spec,
    createdAt: at,
    updatedAt: at,
  };
  ids[reference] = body.id;
  await change(making, 'measurement', body.id, body.name, body);
  told(making, 'measurement', measurement.key, body.id, body.name, 'made');
}

/** A definition that must be readable by now. Throws `template-invalid`. */
function settled<T>(resolved: Resolved<T>, place: string, { template }: Making): T {
  if (resolved.ok) return resolved.value;
  const issue = resolved.missing[0] ?? resolved.issues[0]?.message ?? '';
  throw new AppError('template-invalid', { slug: template.slug, problem: `${place}: ${issue}` });
}

async function change(
  making: Making,
  entity: 'practice' | 'instrument' | 'indicator' | 'measurement',
  id: string,
  name: string,
  body: unknown,
): Promise<void> {
  await changeDefinition(making.session, { entity, id, name, body, at: making.context.instant() });
  making.steps += 1;
}

function told(
  { items }: Making,
  kind: TemplateItem['kind'],
  key: string,
  id: string,
  name: string,
  outcome: TemplateItem['outcome'],
): void {
  items.push({ kind, key, id, name, outcome });
}

function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether a stored definition says everything as the draft does. */
function holds<D extends object>(stored: D, draft: D): boolean {
  const pairs = Object.entries(draft);
  const own = new Map(Object.entries(stored));
  return pairs.every(([key, value]) => isEqual(own.get(key), value));
}

/** A second instrument of one name is numbered, so that the lists tell them apart. */
function freeName(wanted: string, taken: readonly { name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted} (${number})`;
    if (!names.has(numbered)) return numbered;
  }
}

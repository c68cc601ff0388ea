import type { EvidenceLink, Practice, PracticeDraft } from '../../../shared/domain/practice';
import { practiceSlugs } from '../../../shared/domain/practice';
import type { TakenRecord } from '../../../shared/methods/practice';
import type { HandlerMap } from '../context';
import type { Session } from '../db/session';
import { listPractices } from '../projects/open-project';
import { type ProjectDefinitions, readDefinitions } from '../reports/content-hash';
import { listReports } from '../reports/report-store';
import { copyRecord, freeTitle } from './copy-record';
import { readRecords, writeRecords } from './exchange';
import { practiceAt, practiceSteps } from './practice-history';
import { getPractice, readSeed } from './practice-store';
import { savePractice } from './save-practice';

export const registryHandlers = {
  'practice.seeds': async (context) => ({
    seeds: await Promise.all(practiceSlugs.map((slug) => readSeed(context.options.resourcesFolder, slug))),
  }),

  'practice.duplicate': (context, { practiceId }, call) =>
    context.project().write(call.signal, async (session) => {
      const copy = copyRecord(await getPractice(session, practiceId), context.newId);
      const title = freeTitle(copy.title, await titles(session));
      return savePractice(context, session, { ...copy, title }, null);
    }),

  'practice.archive': (context, { practiceId, archived }, call) =>
    context.project().write(call.signal, async (session) => {
      const before = await getPractice(session, practiceId);
      if ((before.archivedAt !== null) === archived) return before;
      const archivedAt = archived ? context.instant() : null;
      return savePractice(context, session, { ...draftOf(before), archivedAt }, before);
    }),

  'practice.history': async (context, { practiceId }, call) => ({
    steps: await context.project().read(call.signal, (session) => practiceSteps(session, practiceId)),
  }),

  'practice.restore': (context, { practiceId, step }, call) =>
    context.project().write(call.signal, async (session) => {
      const before = await getPractice(session, practiceId);
      return savePractice(context, session, await practiceAt(session, practiceId, step), before);
    }),

  'practice.export': async (context, { practiceIds, format, locale }, call) => {
    const drafts = await context.project().read(call.signal, async (session) => {
      const found: PracticeDraft[] = [];
      for (const practiceId of practiceIds) found.push(draftOf(await getPractice(session, practiceId)));
      return found;
    });
    const { name, mediaType, content } = writeRecords(drafts, format, locale);
    return context.files.writeOutput(name, mediaType, content);
  },

  'practice.import': async (context, { fileId }, call) => {
    const { records, ignoredFields } = await readRecords(context, fileId);
    const taken = await context.project().write(call.signal, async (session) => {
      const known = await knownResults(session);
      const names = await titles(session);
      const saved: TakenRecord[] = [];
      for (const { draft, lostLinks, ...record } of records) {
        const title = freeTitle(draft.title, names);
        names.push(title);
        const lost = [...lostLinks];
        const claims = draft.claims.map((claim) => {
          if (claim.evidence === null || known(claim.evidence)) return claim;
          lost.push(claim.text);
          return { ...claim, evidence: null };
        });
        const practice = await savePractice(context, session, { ...draft, title, claims }, null);
        const renamedFrom = title === draft.title ? null : draft.title;
        saved.push({ practice, renamedFrom, ignoredFields: record.ignoredFields, lostLinks: lost });
      }
      return saved;
    });
    return { records: taken, ignoredFields };
  },
} satisfies HandlerMap;

function draftOf({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...draft
}: Practice): PracticeDraft {
  return draft;
}

async function titles(session: Session): Promise<string[]> {
  return (await listPractices(session)).map(({ title }) => title);
}

/** Tells whether everything that a link names is in the project. */
async function knownResults(session: Session): Promise<(link: EvidenceLink) => boolean> {
  const reports = await listReports(session);
  const definitions: ProjectDefinitions = await readDefinitions(session);
  const has = (list: readonly { id: string }[], id: string) => list.some((each) => each.id === id);
  return (link) =>
    has(reports, link.reportId) &&
    (link.kind === 'measurement'
      ? has(definitions.measurements, link.measurementId)
      : has(definitions.comparisons, link.comparisonId) &&
        has(definitions.indicators, link.indicatorId) &&
        has(definitions.waves, link.followUpWaveId));
}

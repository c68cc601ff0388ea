import { ClaimId, PracticeId } from '../../../shared/domain/ids';
import type { Practice, PracticeDraft } from '../../../shared/domain/practice';
import { AppError } from '../../../shared/errors';
import type { EngineContext, HandlerMap } from '../context';
import type { Session } from '../db/session';
import { changeDefinition } from '../definitions/definition-store';
import { listPractices } from '../projects/open-project';
import { keepBases } from './basis/stored-bases';
import { practiceEvidence } from './evidence';
import { getPractice, readSeed } from './practice-store';
import { printFicha } from './print-ficha';

export const practiceHandlers = {
  'practice.list': async (context, _input, call) => ({
    practices: await context.project().read(call.signal, listPractices),
  }),

  'practice.save': (context, { practiceId, practice }, call) =>
    context.project().write(call.signal, async (session) => {
      const before = practiceId === null ? null : await getPractice(session, practiceId);
      return savePractice(context, session, practice, before);
    }),

  'practice.remove': async (context, { practiceId }, call) => {
    await context.project().write(call.signal, async (session) => {
      const { title } = await getPractice(session, practiceId);
      const change = { entity: 'practice', id: practiceId, name: title, body: null } as const;
      await changeDefinition(session, { ...change, at: context.instant() });
    });
    return { done: true };
  },

  'practice.addSeed': async (context, { slug }, call) => {
    const { schemaVersion, slug: _slug, ...seed } = await readSeed(context.options.resourcesFolder, slug);
    const claims = seed.claims.map(({ text, stated }) => ({
      id: ClaimId.parse(context.newId('clm')),
      text,
      stated,
      evidence: null,
    }));
    return context
      .project()
      .write(call.signal, (session) =>
        savePractice(
          context,
          session,
          { ...seed, claims, templateSlug: slug, basedOn: null, archivedAt: null },
          null,
        ),
      );
  },

  'practice.evidence': async (context, { practiceId }, call) => {
    const project = context.project();
    const practice = await project.read(call.signal, (session) => getPractice(session, practiceId));
    return { claims: await practiceEvidence(context, practice, call) };
  },

  'practice.print': async (context, { practiceId, format }, call) => {
    const project = context.project();
    const practice = await project.read(call.signal, (session) => getPractice(session, practiceId));
    return printFicha(context, practice, format, call);
  },
} satisfies HandlerMap;

/** Throws `practice-invalid` when two claims share an id. */
async function savePractice(
  context: EngineContext,
  session: Session,
  draft: PracticeDraft,
  before: Practice | null,
): Promise<Practice> {
  const repeated = draft.claims.find(
    (claim, index) => draft.claims.findIndex((each) => each.id === claim.id) !== index,
  );
  if (repeated) throw new AppError('practice-invalid', { field: 'claims', claimId: repeated.id });
  const at = context.instant();
  const body: Practice = {
    ...draft,
    id: before?.id ?? PracticeId.parse(context.newId('pra')),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  await changeDefinition(session, { entity: 'practice', id: body.id, name: body.title, body, at });
  await keepBases(session, body);
  return body;
}

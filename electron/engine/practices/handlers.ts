import { ClaimId } from '../../../shared/domain/ids';
import { buildBundle } from '../bundle/build-bundle';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { listPractices } from '../projects/open-project';
import { practiceEvidence } from './evidence';
import { getPractice, readSeed } from './practice-store';
import { printEvidence } from './print-evidence';
import { printFicha } from './print-ficha';
import { savePractice } from './save-practice';

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

  'practice.print': async (context, { practiceId, ...print }, call) => {
    const project = context.project();
    const practice = await project.read(call.signal, (session) => getPractice(session, practiceId));
    return printFicha(context, practice, print, call);
  },

  'practice.printEvidence': async (context, { practiceId, format, locale }, call) => {
    const practice = await context.project().read(call.signal, (session) => getPractice(session, practiceId));
    return printEvidence(context, practice, { format, locale }, call);
  },

  'practice.bundle': async (context, { practiceId }, call) => {
    const practice = await context.project().read(call.signal, (session) => getPractice(session, practiceId));
    return buildBundle(context, practice, call);
  },
} satisfies HandlerMap;

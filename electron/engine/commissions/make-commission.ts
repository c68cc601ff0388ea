import path from 'node:path';
import { withSheet, withUnknown } from '../../../shared/commissions/score-sheet';
import type { Call, ParsedInput } from '../../../shared/contract';
import { type Commission, type CommissionDraft, emptyCommission } from '../../../shared/domain/commission';
import { CommissionId, FileId } from '../../../shared/domain/ids';
import type { PracticeTemplate, TemplateCommission } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { getPractice } from '../practices/practice-store';
import { loadTemplate } from '../templates/template-store';
import { findUse } from '../templates/template-use';
import { readScores } from './read-scores';

/**
 * A commission with the criteria, weights and scale of the score sheet of a record's template; with its synthetic scores it is
 * marked as synthetic. One step of undo. Throws `practice-missing` and `template-missing` (no template, or none with a
 * commission).
 */
export async function makeCommission(
  context: EngineContext,
  { practiceId, hasSampleScores, locale }: ParsedInput<'commission.fromTemplate'>,
  call: Call,
): Promise<Commission> {
  const { practice, slug } = await context.project().read(call.signal, async (session) => {
    const found = await getPractice(session, practiceId);
    return { practice: found, slug: (await findUse(session, practiceId))?.slug ?? found.templateSlug };
  });
  if (!slug) throw new AppError('template-missing', { practiceId });
  const template = await loadTemplate(context.options.resourcesFolder, slug);
  const { commission } = template;
  if (!commission) throw new AppError('template-missing', { slug, part: 'commission' });
  const at = context.instant();
  const title = locale === 'en' && practice.titleEnglish ? practice.titleEnglish : practice.title;
  const empty: Commission = {
    ...emptyCommission(title.slice(0, 200)),
    // The sample sheet is in Spanish, and its columns must find their criteria.
    ...criteriaOf(template, commission, hasSampleScores ? 'es' : locale),
    recognised: commission.recognised,
    practiceId: practice.id,
    id: CommissionId.parse(context.newId('com')),
    createdAt: at,
    updatedAt: at,
  };
  const body = hasSampleScores ? await withSample(context, empty, commission.scores, call) : empty;
  await context
    .project()
    .write(call.signal, (session) =>
      changeDefinition(session, { entity: 'commission', id: body.id, name: body.name, body, at }),
    );
  return body;
}

/** The scored questions as criteria: what stands before a colon is the name, the rest and the hint what is looked at. */
function criteriaOf(
  { instruments }: PracticeTemplate,
  { instrument, criteria }: TemplateCommission,
  locale: 'es' | 'en',
): Pick<CommissionDraft, 'criteria' | 'scale'> {
  const variables = instruments.find(({ key }) => key === instrument)?.variables ?? [];
  const found = criteria.flatMap(({ variable, weight }) => {
    const question = variables.find(({ name }) => name === variable);
    return question ? [{ question, weight }] : [];
  });
  const [first] = found;
  return {
    criteria: found.map(({ question, weight }, index) => {
      const [name = question.label, about = ''] = question.label.split(/:\s*/);
      const sentence = about && `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;
      return {
        id: `criterio-${index + 1}`,
        name: locale === 'en' && question.labelEnglish ? question.labelEnglish : name,
        description: [sentence, question.hint].filter(Boolean).join(' ').slice(0, 2000),
        weight,
      };
    }),
    scale: { min: first?.question.minimum ?? 1, max: first?.question.maximum ?? 5, step: 1 },
  };
}

/** The commission with everybody the sample sheet names, and then with its scores. */
async function withSample(
  context: EngineContext,
  empty: Commission,
  file: string,
  call: Call,
): Promise<Commission> {
  const full = path.join(context.options.resourcesFolder, 'sample-data', file);
  const fileId = FileId.parse((await context.files.grantPath(full, 'read')).fileId);
  const { unknown } = await readScores(context, empty, fileId, call);
  const named = { ...empty, ...withUnknown(empty, { ...unknown, criteria: [] }), isSynthetic: true };
  return { ...named, ...withSheet(named, await readScores(context, named, fileId, call)) };
}

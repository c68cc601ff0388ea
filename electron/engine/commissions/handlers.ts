import { nameKey } from '../../../shared/commissions/row-names';
import { Commission, type CommissionDraft } from '../../../shared/domain/commission';
import { CommissionId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import { commissionWords } from '../../../shared/text/commission';
import type { HandlerMap } from '../context';
import { changeDefinition, listDefinitions } from '../definitions/definition-store';
import { slug } from '../reports/file-names';
import { writeDocument } from '../reports/write-document';
import { getCommission } from './get-commission';
import { makeCommission } from './make-commission';
import { composeMinutes } from './minutes';
import { readScores } from './read-scores';
import { commissionResult } from './result';
import { writeScoreSheets } from './score-sheets';

export const commissionHandlers = {
  'commission.list': async (context, _input, call) => ({
    commissions: await context
      .project()
      .read(call.signal, (session) => listDefinitions(session, 'commission', Commission)),
  }),

  'commission.save': (context, { commissionId, commission }, call) => {
    assertCommission(commission);
    return context.project().write(call.signal, async (session) => {
      const before = commissionId === null ? null : await getCommission(session, commissionId);
      const at = context.instant();
      const body: Commission = {
        ...commission,
        id: before?.id ?? CommissionId.parse(context.newId('com')),
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      };
      await changeDefinition(session, { entity: 'commission', id: body.id, name: body.name, body, at });
      return body;
    });
  },

  'commission.fromTemplate': makeCommission,

  'commission.remove': async (context, { commissionId }, call) => {
    await context.project().write(call.signal, async (session) => {
      const { name } = await getCommission(session, commissionId);
      const change = { entity: 'commission', id: commissionId, name, body: null } as const;
      await changeDefinition(session, { ...change, at: context.instant() });
    });
    return { done: true };
  },

  'commission.result': async (context, { commissionId }, call) =>
    commissionResult(
      await context.project().read(call.signal, (session) => getCommission(session, commissionId)),
    ),

  'commission.readScores': async (context, { commissionId, fileId }, call) => {
    const commission = await context
      .project()
      .read(call.signal, (session) => getCommission(session, commissionId));
    return readScores(context, commission, fileId, call);
  },

  'commission.exportSheet': async (context, { commissionId, locale }, call) => {
    const commission = await context
      .project()
      .read(call.signal, (session) => getCommission(session, commissionId));
    if (commission.evaluators.length === 0)
      throw new AppError('commission-invalid', { reason: 'no-evaluators' });
    return writeScoreSheets(context, commission, locale);
  },

  'commission.print': async (context, { commissionId, format, locale }, call) => {
    const commission = await context
      .project()
      .read(call.signal, (session) => getCommission(session, commissionId));
    const word = commissionWords(locale).minutes.file;
    const model = composeMinutes(commission, commissionResult(commission), locale);
    return writeDocument(context, model, slug(`${word} ${commission.name}`, word), format);
  },
} satisfies HandlerMap;

/** Throws `commission-invalid` for two of one id or name, a score given twice, of nobody, or outside the scale. */
function assertCommission(commission: CommissionDraft): void {
  const { criteria, candidates, evaluators, scores, scale } = commission;
  for (const [field, named] of Object.entries({ criteria, candidates, evaluators })) {
    const ids = named.map(({ id }) => id);
    const names = named.map(({ name }) => nameKey(name));
    const twice = named.find(
      (each, index) => ids.indexOf(each.id) !== index || names.indexOf(nameKey(each.name)) !== index,
    );
    if (twice) throw new AppError('commission-invalid', { reason: 'repeated', field, name: twice.name });
  }
  const known = (list: readonly { id: string }[], id: string): boolean => list.some((each) => each.id === id);
  const seen = new Set<string>();
  for (const { evaluatorId, candidateId, criterionId, value } of scores) {
    const evaluator = evaluators.find(({ id }) => id === evaluatorId);
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (!evaluator || !candidate || !known(criteria, criterionId)) {
      throw new AppError('commission-invalid', { reason: 'score-of-nobody' });
    }
    const place = { evaluator: evaluator.name, candidate: candidate.name };
    if (value < scale.min || value > scale.max) {
      throw new AppError('commission-invalid', { reason: 'outside-scale', ...place, value });
    }
    const key = `${evaluatorId}/${candidateId}/${criterionId}`;
    if (seen.has(key)) throw new AppError('commission-invalid', { reason: 'scored-twice', ...place });
    seen.add(key);
  }
}

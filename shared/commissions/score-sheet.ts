import type { CommissionDraft } from '../domain/commission';

type Read = Pick<CommissionDraft, 'scores' | 'comments'>;
type Unknown = Record<'criteria' | 'candidates' | 'evaluators', readonly string[]>;

/** The commission with the scores and comments of a sheet in place of those it had for the same cells. */
export function withSheet(form: CommissionDraft, found: Read): Read {
  const pair = (each: { evaluatorId: string; candidateId: string }): string =>
    `${each.evaluatorId}/${each.candidateId}`;
  const cell = (each: { evaluatorId: string; candidateId: string; criterionId: string }): string =>
    `${pair(each)}/${each.criterionId}`;
  const cells = new Set(found.scores.map(cell));
  const comments = new Map(found.comments.map((each) => [pair(each), each]));
  return {
    scores: [...form.scores.filter((each) => !cells.has(cell(each))), ...found.scores],
    comments: [...form.comments.filter((each) => !comments.has(pair(each))), ...comments.values()],
  };
}

/** The commission with what a sheet names and it did not have; new criteria weigh 1. */
export function withUnknown(
  form: CommissionDraft,
  unknown: Unknown,
): Pick<CommissionDraft, 'criteria' | 'candidates' | 'evaluators'> {
  const criteria = [...form.criteria];
  for (const name of unknown.criteria) {
    criteria.push({ id: freeId('criterio', criteria), name: name.slice(0, 200), description: '', weight: 1 });
  }
  const candidates = [...form.candidates];
  for (const name of unknown.candidates) {
    candidates.push({
      id: freeId('practica', candidates),
      name: name.slice(0, 300),
      municipality: '',
      practiceId: null,
    });
  }
  const evaluators = [...form.evaluators];
  for (const name of unknown.evaluators) {
    evaluators.push({ id: freeId('evaluador', evaluators), name: name.slice(0, 120) });
  }
  return { criteria, candidates, evaluators };
}

/** A new id that none of the items has. */
export function freeId(prefix: string, items: readonly { id: string }[]): string {
  let number = items.length + 1;
  while (items.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

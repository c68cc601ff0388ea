import type { CommissionDraft } from '../domain/commission';

type Row = { id: string; name: string };

const longest = 110;

/** Names are the same whatever their case and the blanks around them. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/**
 * The name under which each row is kept: its own, the fallback where it is blank, and with a number where an earlier row
 * has it already, so that no two are the same. `fallback` gives the name of a row by its number, from 1.
 */
export function keptNames(rows: readonly Row[], fallback: (number: string) => string): Map<string, string> {
  const taken = new Set<string>();
  const kept = new Map<string, string>();
  for (const [index, { id, name }] of rows.entries()) {
    const wished = name.trim() === '' ? fallback(String(index + 1)) : name.trim();
    let free = wished;
    for (let number = 2; taken.has(nameKey(free)); number += 1) {
      free = `${wished.slice(0, longest)} (${number})`;
    }
    taken.add(nameKey(free));
    kept.set(id, free);
  }
  return kept;
}

export type RowFallbacks = Record<'criteria' | 'candidates' | 'evaluators', (number: string) => string>;

/**
 * What of a form half filled in can be stored: rows that say nothing yet stay out, any other keeps a name that no other row
 * has, and what was given for rows that are gone goes with them.
 */
export function storableCommission(form: CommissionDraft, fallbacks: RowFallbacks): CommissionDraft {
  const isJudged = (key: 'candidateId' | 'evaluatorId', id: string): boolean =>
    [...form.scores, ...form.comments, ...form.recusals].some((each) => each[key] === id);
  const candidates = form.candidates.filter(
    ({ id, name, municipality, practiceId }) =>
      [name, municipality, practiceId ?? ''].some((text) => text.trim() !== '') ||
      isJudged('candidateId', id),
  );
  const evaluators = form.evaluators.filter(
    ({ id, name }) => name.trim() !== '' || isJudged('evaluatorId', id),
  );
  const criteria = form.criteria.filter(
    ({ id, name, description }) =>
      [name, description].some((text) => text.trim() !== '') ||
      form.scores.some(({ criterionId }) => criterionId === id),
  );
  const named = {
    ...form,
    criteria: withNames(criteria, fallbacks.criteria),
    candidates: withNames(candidates, fallbacks.candidates),
    evaluators: withNames(evaluators, fallbacks.evaluators),
  };
  return { ...named, ...withoutOrphans(named) };
}

function withNames<Item extends Row>(items: readonly Item[], fallback: (number: string) => string): Item[] {
  const kept = keptNames(items, fallback);
  return items.map((item) => ({ ...item, name: kept.get(item.id) ?? item.name }));
}

/** Scores, comments and recusals whose evaluator, practice and criterion are still there. */
function withoutOrphans(form: CommissionDraft): Pick<CommissionDraft, 'scores' | 'comments' | 'recusals'> {
  const ids = (items: readonly Row[]): Set<string> => new Set(items.map(({ id }) => id));
  const [criteria, candidates, evaluators] = [ids(form.criteria), ids(form.candidates), ids(form.evaluators)];
  const isKnown = (each: { evaluatorId: string; candidateId: string }): boolean =>
    evaluators.has(each.evaluatorId) && candidates.has(each.candidateId);
  return {
    scores: form.scores.filter((each) => isKnown(each) && criteria.has(each.criterionId)),
    comments: form.comments.filter(isKnown),
    recusals: form.recusals.filter(isKnown),
  };
}

import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { writtenFormsOf } from './column-forms';
import type { MisfitQuestion } from './find-misfits';
import type { ColumnReading } from './platforms/reading';
import type { ColumnFacts } from './propose-column';
import { standardEvidenceOf } from './propose-standard';
import { candidatesOf } from './type-candidates';
import type { CountedValue } from './value-counts';

const topShown = 20;

/** A column with what was found of it and the plan proposed. */
export function describeColumn(
  facts: ColumnFacts,
  proposal: ColumnPlan,
  codes: readonly CountedValue[],
  values: readonly CountedValue[],
): ColumnProfile {
  return {
    proposal,
    filled: facts.filled,
    blank: facts.rows - facts.filled,
    distinct: facts.distinct,
    candidates: candidatesOf(facts, proposal),
    missingCandidates: codes.map(({ value, count }) => ({ code: value, count })),
    topValues: facts.isUnlisted ? [] : values.slice(0, topShown),
    forms: writtenFormsOf(facts.fits, facts.identity === null ? values : []),
    standardEvidence: standardEvidenceOf(facts, proposal),
    insideText: [],
    question: null,
    partOf: null,
    writtenAs: null,
    identityEvidence: facts.identity,
  };
}

/** The readings of a column whose exceptions are worth showing. */
export function misfitQuestions({ proposal, candidates }: ColumnProfile): MisfitQuestion[] {
  return candidates
    .filter(
      ({ type, fits, misfits, decimalMark, dateOrder }) =>
        !decimalMark &&
        !dateOrder &&
        misfits > 0 &&
        fits > misfits &&
        ['integer', 'decimal', 'date', 'datetime'].includes(type),
    )
    .map(({ type }) => ({ plan: { ...proposal, type, action: 'keep' } }));
}

/** One column identifies the person; codes such as a form's number yield to a national identifier. */
export function oneIdentifier(profiles: readonly ColumnProfile[]): ColumnProfile[] {
  const rank = ({ proposal }: ColumnProfile): number =>
    proposal.identity === 'rut' || proposal.identity === 'ipe' ? 0 : proposal.identity === 'passport' ? 1 : 2;
  const identifiers = profiles.filter(({ proposal }) => proposal.role === 'identifier');
  const best = identifiers.reduce<ColumnProfile | null>(
    (found, next) => (found === null || rank(next) < rank(found) ? next : found),
    null,
  );
  return profiles.map((profile) => {
    if (profile === best || profile.proposal.role !== 'identifier') return profile;
    const { identity } = profile.proposal;
    return {
      ...profile,
      proposal: identity
        ? { ...profile.proposal, action: 'drop', type: 'text', role: 'measure' }
        : { ...profile.proposal, action: 'keep', type: 'text', role: 'measure' },
    };
  });
}

/** A profile with what the platform or the codebook says of the column besides its plan. */
export function withReading(profile: ColumnProfile, said: ColumnReading | undefined): ColumnProfile {
  if (!said) return profile;
  const identity = said.identity ?? null;
  return {
    ...profile,
    question: said.question ?? profile.question,
    partOf: said.partOf ?? null,
    writtenAs: said.reason ?? null,
    identityEvidence:
      profile.proposal.identity === null
        ? null
        : (profile.identityEvidence ?? (identity && { kind: identity, basis: 'header', sharePercent: 0 })),
  };
}

import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import type { VariableType } from '../../../shared/domain/instrument';
import type { MisfitQuestion } from './find-misfits';
import type { ColumnReading } from './platforms/reading';
import type { ColumnFacts } from './propose-column';
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
    standardEvidence: null,
    insideText: [],
    question: null,
    partOf: null,
    writtenAs: null,
    identityEvidence: facts.identity,
  };
}

function candidatesOf(facts: ColumnFacts, proposal: ColumnPlan): ColumnProfile['candidates'] {
  const { fits } = facts;
  const fitsOf = (type: VariableType): number => fitCount(type, facts, proposal);
  const likely: VariableType[] = ['integer', 'decimal', 'date'];
  const types = [proposal.type, ...likely.filter((type) => type !== proposal.type && fitsOf(type) > 0)];
  const text: VariableType = 'text';
  return [...new Set([...types, text])].map((type) => ({
    type,
    fits: fitsOf(type),
    misfits: Math.max(0, (facts.isUnlisted ? facts.filled : fits.usable) - fitsOf(type)),
    examples: [],
  }));
}

function fitCount(type: VariableType, { fits, filled, isUnlisted }: ColumnFacts, plan: ColumnPlan): number {
  if (type === 'integer') return fits.integer[plan.decimalMark];
  if (type === 'decimal') return fits.decimal[plan.decimalMark];
  if (type === 'date') return fits.date[plan.dateOrder];
  return isUnlisted ? filled : fits.usable;
}

/** The readings of a column whose exceptions are worth showing. */
export function misfitQuestions({ proposal, candidates }: ColumnProfile): MisfitQuestion[] {
  return candidates
    .filter(
      ({ type, fits, misfits }) =>
        misfits > 0 && fits > misfits && ['integer', 'decimal', 'date'].includes(type),
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

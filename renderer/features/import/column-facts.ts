import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';

type TypeCandidate = ColumnProfile['candidates'][number];

export type ColumnRow = {
  plan: ColumnPlan;
  profile: ColumnProfile;
  /** Headers of the file's columns behind a composed one, in their order; empty for a column of the file. */
  behind: readonly string[];
  /** What the column is part of, by its label; null where it stands by itself. */
  partOf: string | null;
};

export const columnFilters = ['all', 'review', 'missing', 'personal', 'out'] as const;
export type ColumnFilter = (typeof columnFilters)[number];

/**
 * Every column with what is known of it. Composed columns stand where the first of the columns behind them stood, before
 * those, and not at the end.
 */
export function columnRows(
  plans: readonly ColumnPlan[],
  profiles: readonly ColumnProfile[],
  headers: readonly string[],
): ColumnRow[] {
  const profileOf = new Map(profiles.map((profile) => [profile.proposal.source, profile]));
  const labelOf = new Map(plans.map((plan) => [plan.source, plan.label]));
  const rows = plans.flatMap((plan): ColumnRow[] => {
    const profile = profileOf.get(plan.source);
    if (!profile) return [];
    const behind = plan.parts.map(({ source }) => headers[source] ?? '');
    const partOf = profile.partOf === null ? null : (labelOf.get(profile.partOf) ?? null);
    return [{ plan, profile, behind, partOf }];
  });
  const place = ({ plan }: ColumnRow): number =>
    plan.parts.length === 0 ? plan.source : Math.min(...plan.parts.map(({ source }) => source)) - 0.5;
  return rows.sort((left, right) => place(left) - place(right));
}

/** The candidate by which the plan reads the column; undefined for a type that was not tried. */
export function candidateInUse({
  plan,
  profile,
}: Pick<ColumnRow, 'plan' | 'profile'>): TypeCandidate | undefined {
  const isRead = ({ type, decimalMark, dateOrder }: TypeCandidate): boolean =>
    type === plan.type &&
    (decimalMark ?? profile.proposal.decimalMark) === plan.decimalMark &&
    (dateOrder ?? profile.proposal.dateOrder) === plan.dateOrder;
  return profile.candidates.find(isRead);
}

/** A reading that explains most cells of a column kept as text, such as numbers with a few words among them. */
export function nearlyReading({
  plan,
  profile,
}: Pick<ColumnRow, 'plan' | 'profile'>): TypeCandidate | undefined {
  if (plan.type !== 'text') return undefined;
  return profile.candidates.find(
    ({ type, fits, misfits }) => type !== 'text' && misfits > 0 && fits > misfits,
  );
}

/** Another reading of the same cells that explains as many of them. */
export function rivalReading({
  plan,
  profile,
}: Pick<ColumnRow, 'plan' | 'profile'>): TypeCandidate | undefined {
  if (plan.type !== profile.proposal.type) return undefined;
  return profile.candidates.find(
    ({ reason, decimalMark, dateOrder }) =>
      (reason === 'thousands-or-decimals' && decimalMark !== plan.decimalMark) ||
      (reason === 'same-cells-other-order' && dateOrder !== plan.dateOrder),
  );
}

/** Cells that ask for a look: they do not fit, or no list recognises them. */
export function cellsToReview(row: Pick<ColumnRow, 'plan' | 'profile'>): number {
  if (row.plan.action === 'drop') return 0;
  const misfits = candidateInUse(row)?.misfits ?? 0;
  const nearly = nearlyReading(row)?.misfits ?? 0;
  const unknown = row.plan.standard === null ? 0 : (row.profile.standardEvidence?.unrecognised ?? 0);
  return Math.max(misfits, nearly, unknown);
}

/** True where somebody should look at the column before it is stored. */
export function needsReview(row: Pick<ColumnRow, 'plan' | 'profile'>): boolean {
  const { plan, profile } = row;
  if (plan.action === 'drop') return false;
  const isMixed = profile.candidates.some(
    ({ reason }) => reason === 'mixed-units' || reason === 'mixed-day-orders',
  );
  return cellsToReview(row) > 0 || rivalReading(row) !== undefined || isMixed;
}

/** True for columns that tell who somebody is, or whose texts may. */
export function isPersonal({ plan, profile }: Pick<ColumnRow, 'plan' | 'profile'>): boolean {
  return (
    plan.identity !== null ||
    plan.type === 'identifier' ||
    plan.action === 'pseudonymise' ||
    profile.identityEvidence !== null ||
    profile.insideText.length > 0
  );
}

/** Whether a column belongs under a filter. Parts of a question are kept with it, so that they stand behind it. */
export function isUnder(row: ColumnRow, filter: ColumnFilter): boolean {
  switch (filter) {
    case 'all':
      return row.partOf === null;
    case 'review':
      return needsReview(row);
    case 'missing':
      return (
        row.plan.action !== 'drop' &&
        row.profile.missingCandidates.length +
          row.plan.missingCodes.length +
          row.plan.notApplicableCodes.length >
          0
      );
    case 'personal':
      return row.partOf === null && isPersonal(row);
    case 'out':
      return row.plan.action === 'drop' && row.partOf === null;
  }
}

/** True where the words searched stand in the column's question, its header or the headers behind it. */
export function isFound({ plan, profile, behind }: ColumnRow, search: string): boolean {
  const wanted = fold(search.trim());
  if (wanted === '') return true;
  return fold(`${plan.label} ${plan.header} ${profile.question ?? ''} ${behind.join(' ')}`).includes(wanted);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * What stands in the column's cells, most frequent first, without codes of missing data; empty where the cells tell who
 * somebody is or mention somebody.
 */
export function cellExamples({ plan, profile }: Pick<ColumnRow, 'plan' | 'profile'>): string[] {
  const tellsWho = profile.identityEvidence !== null || profile.insideText.length > 0;
  if (tellsWho || plan.identity !== null || plan.action !== 'keep' || plan.parts.length > 0) return [];
  const codes = new Set([...plan.missingCodes, ...plan.notApplicableCodes]);
  return profile.topValues
    .map(({ value }) => value.trim())
    .filter((value) => value !== '' && !codes.has(value));
}

/** Those of the codes given that do stand in the column's cells. */
export function codesWith(codes: readonly string[], profile: ColumnProfile): string[] {
  return codes.filter((code) => cellsOf([code], profile) > 0);
}

/** Cells whose answer is one of the codes given; those of codes that were not counted are left out. */
export function cellsOf(codes: readonly string[], { missingCandidates, topValues }: ColumnProfile): number {
  const counts = new Map<string, number>();
  for (const { value, count } of topValues) counts.set(value, count);
  for (const { code, count } of missingCandidates) counts.set(code, count);
  return codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
}

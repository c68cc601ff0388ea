import type { MethodOutput, ParsedInput } from '../../../shared/contract';
import type { PersonDetails, PersonLink, PersonPair } from '../../../shared/domain/people';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { type CandidatePair, type DetailedRow, findCandidates, findNearDuplicates } from './candidate-pairs';
import { readPersonDetails } from './person-details';
import { listLinks } from './person-links';
import { findUnmatched, listPeopleOf, type UnmatchedPeople } from './unmatched';

type Rows = UnmatchedPeople['rows'];
type Candidates = MethodOutput<'people.candidates'>;

const noDetails: PersonDetails = { identifier: null, name: null, birthDate: null, group: null };

/**
 * Unmatched people of two waves who may be one person, best first, without those already told apart. Nothing is found while the
 * vault is locked. Throws `link-invalid`, `wave-missing`.
 */
export async function candidatesBetween(
  context: EngineContext,
  session: Session,
  { baselineWaveId, followUpWaveId, limit }: ParsedInput<'people.candidates'>,
): Promise<Candidates> {
  const page = { offset: 0, limit: null };
  const before = await findUnmatched(session, baselineWaveId, followUpWaveId, page);
  const after = await findUnmatched(session, followUpWaveId, baselineWaveId, page);
  const known = await readPersonDetails(context, session, [baselineWaveId, followUpWaveId]);
  const pairs = findCandidates(
    withDetails(before.rows, known.of(baselineWaveId)),
    withDetails(after.rows, known.of(followUpWaveId)),
  );
  return answer(pairs, before.rows, after.rows, await listLinks(session), limit, known.state);
}

/** Rows of one wave that may be the same person, best first. */
export async function nearDuplicatesOf(
  context: EngineContext,
  session: Session,
  { waveId, limit }: ParsedInput<'people.nearDuplicates'>,
): Promise<Candidates> {
  const rows = await listPeopleOf(session, waveId);
  const known = await readPersonDetails(context, session, [waveId]);
  const pairs = findNearDuplicates(withDetails(rows, known.of(waveId)));
  return answer(pairs, rows, rows, await listLinks(session), limit, known.state);
}

function withDetails(rows: Rows, detailsOf: (line: number) => PersonDetails | null): DetailedRow[] {
  return rows.map(({ line, person }) => ({ line, person, details: detailsOf(line) ?? noDetails }));
}

function answer(
  pairs: readonly CandidatePair[],
  lefts: Rows,
  rights: Rows,
  links: readonly PersonLink[],
  limit: number,
  details: Candidates['details'],
): Candidates {
  const left = new Map(lefts.map((row) => [row.line, row]));
  const right = new Map(rights.map((row) => [row.line, row]));
  const apart = new Set(
    links
      .filter(({ kind }) => kind === 'different')
      .map(({ places }) => places.map(placeKey).sort().join(' ')),
  );
  const open = pairs.flatMap((pair): PersonPair[] => {
    const first = left.get(pair.left.line);
    const second = right.get(pair.right.line);
    if (!first || !second) return [];
    if (apart.has([first, second].map(placeKey).sort().join(' '))) return [];
    return [
      {
        left: { ...first, details: pair.left.details },
        right: { ...second, details: pair.right.details },
        score: pair.score,
        reasons: pair.reasons,
      },
    ];
  });
  return { total: open.length, pairs: open.slice(0, limit), details };
}

function placeKey({ waveId, line }: { waveId: string; line: number }): string {
  return `${waveId}:${line}`;
}

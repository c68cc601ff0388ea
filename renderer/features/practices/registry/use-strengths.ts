import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract';
import { type EvidenceStrength, evidenceStrengths } from '../../../../shared/domain/evidence';
import { PracticeId } from '../../../../shared/domain/ids';
import { useClient } from '../../../state/host-context';
import type { Entry } from './entry';

type Rungs = readonly EvidenceStrength[];
/** The rungs of a record's claims, one a claim; null while they are on their way or cannot be known. */
export type RungsOf = (entry: Entry) => Rungs | null;

/**
 * The rungs of all claims. A claim without a link needs no computing: it rests on a stated figure or on nothing. Records
 * with links are asked about one after another, so that a long registry does not keep the engine from other work.
 */
export function useStrengths(entries: readonly Entry[]): { rungsOf: RungsOf; isPending: boolean } {
  const client = useClient();
  const answers = useQueryClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Rungs | null>>(new Map());
  const linked = entries
    .flatMap(({ practice }) =>
      practice?.claims.some(({ evidence }) => evidence !== null)
        ? [`${practice.id}@${practice.updatedAt}`]
        : [],
    )
    .join(' ');
  useEffect(() => {
    let isLeft = false;
    async function ask(): Promise<void> {
      for (const state of linked.split(' ').filter(Boolean)) {
        const practiceId = PracticeId.parse(state.split('@')[0]);
        const evidence = await answers
          .fetchQuery<MethodOutput<'practice.evidence'>>({
            queryKey: ['practice.evidence', { practiceId }],
            queryFn: ({ signal }) => client.call('practice.evidence', { practiceId }, { signal }),
          })
          .catch(() => null);
        if (isLeft) return;
        const rungs = evidence?.claims.map(({ strength }) => strength) ?? null;
        setKnown((before) => new Map(before).set(state, rungs));
      }
    }
    void ask();
    return () => {
      isLeft = true;
    };
  }, [answers, client, linked]);
  return useMemo(() => {
    const asked = new Set(linked.split(' ').filter(Boolean));
    return {
      isPending: [...asked].some((state) => !known.has(state)),
      rungsOf({ practice, record }) {
        const state = practice === null ? '' : `${practice.id}@${practice.updatedAt}`;
        if (asked.has(state)) return known.get(state) ?? null;
        return record.claims.map(({ stated }) => (stated === null ? 'none' : 'stated'));
      },
    };
  }, [known, linked]);
}

/** The strongest of some rungs; `none` for no claims, null where they are not known. */
export function strongest(rungs: Rungs | null): EvidenceStrength | null {
  if (rungs === null) return null;
  return evidenceStrengths.findLast((strength) => rungs.includes(strength)) ?? 'none';
}

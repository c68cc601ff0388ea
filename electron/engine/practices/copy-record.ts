import { ClaimId } from '../../../shared/domain/ids';
import {
  type Classified,
  emptyUnRecord,
  type Practice,
  type PracticeDraft,
} from '../../../shared/domain/practice';

/** Longest title a record can have. */
const longestTitle = 300;

/**
 * A record as a starting point for another municipality. What it does and taught stays; whose it was, when, on which
 * source, and every figure and result behind its claims are left out. Objectives its source named become proposals.
 */
export function copyRecord(practice: Practice, newId: (prefix: string) => string): PracticeDraft {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = practice;
  const { un } = draft;
  const owner = draft.municipality === '' ? '' : ` (${draft.municipality})`;
  return {
    ...draft,
    municipality: '',
    region: '',
    comunaCode: null,
    units: [],
    collaborators: [],
    dates: { text: '', ranges: [], months: [] },
    source: { document: '', place: '' },
    gcmObjectives: proposed(draft.gcmObjectives),
    sdgs: proposed(draft.sdgs),
    un: {
      ...emptyUnRecord,
      secondaryGcm: proposed(un.secondaryGcm),
      principles: un.principles,
      practiceType: un.practiceType,
      keyLessons: un.keyLessons,
      recommendations: un.recommendations,
    },
    claims: draft.claims.map((claim) => ({
      ...claim,
      id: ClaimId.parse(newId('clm')),
      stated: null,
      evidence: null,
    })),
    basedOn: `${draft.title.slice(0, longestTitle - owner.length)}${owner}`,
    archivedAt: null,
  };
}

function proposed({ stated, proposed: ours }: Classified): Classified {
  return { stated: [], proposed: [...new Set([...stated, ...ours])].sort((left, right) => left - right) };
}

/** The title, numbered where another record has it already, whatever its capitals. */
export function freeTitle(title: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map(fold));
  let free = title;
  for (let number = 2; names.has(fold(free)); number += 1) {
    const mark = ` (${number})`;
    free = `${title.slice(0, longestTitle - mark.length)}${mark}`;
  }
  return free;
}

function fold(title: string): string {
  return title.trim().toLocaleLowerCase('es');
}

import { ClaimId } from '../../../shared/domain/ids';
import {
  blankPractice,
  type Claim,
  type Practice,
  type PracticeDraft,
  type UnRecord,
} from '../../../shared/domain/practice';

type UnListKey = 'mainImplementer' | 'partners' | 'links' | 'benefit' | 'keyLessons' | 'recommendations';

/** The United Nations' part of a record while it is written. */
export type UnForm = Omit<UnRecord, UnListKey> & Record<UnListKey, string>;

/** A record while it is written: lists and paragraphs are kept as the text in which they are typed. */
export type PracticeForm = Omit<PracticeDraft, 'units' | 'collaborators' | 'description' | 'un'> & {
  units: string;
  collaborators: string;
  description: string;
  un: UnForm;
};

/** A stored record as its page holds it. */
export function practiceFormOf(practice: Practice): PracticeForm {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = practice;
  const { un } = draft;
  return {
    ...draft,
    units: draft.units.join('\n'),
    collaborators: draft.collaborators.join('\n'),
    description: draft.description.join('\n\n'),
    un: {
      ...un,
      mainImplementer: un.mainImplementer.join('\n'),
      partners: un.partners.join('\n'),
      links: un.links.join('\n'),
      benefit: un.benefit.join('\n\n'),
      keyLessons: un.keyLessons.join('\n\n'),
      recommendations: un.recommendations.join('\n\n'),
    },
  };
}

/** The record as it is stored: blank lines and claims without words are left out. */
export function practiceDraftOf(form: PracticeForm, untitled: string): PracticeDraft {
  const { un } = form;
  return {
    ...form,
    title: form.title.trim() === '' ? untitled : form.title,
    units: partsOf(form.units, /\n/),
    collaborators: partsOf(form.collaborators, /\n/),
    description: partsOf(form.description, /\n\s*\n/),
    un: {
      ...un,
      mainImplementer: partsOf(un.mainImplementer, /\n/),
      partners: partsOf(un.partners, /\n/),
      links: partsOf(un.links, /\n/).map((link) => link.slice(0, longestLink)),
      benefit: partsOf(un.benefit, /\n\s*\n/),
      keyLessons: partsOf(un.keyLessons, /\n\s*\n/),
      recommendations: partsOf(un.recommendations, /\n\s*\n/),
    },
    claims: form.claims.filter((claim) => claim.text.trim() !== ''),
  };
}

const longestLink = 500;

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A record about which nothing is known yet. */
export const emptyPractice = blankPractice;

/** A claim without words or evidence. */
export function emptyClaim(): Claim {
  const id = ClaimId.parse(`clm_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`);
  return { id, text: '', stated: null, evidence: null };
}

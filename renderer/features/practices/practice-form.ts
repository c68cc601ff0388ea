import { ClaimId } from '../../../shared/domain/ids';
import {
  blankPractice,
  type Claim,
  type Practice,
  type PracticeDraft,
} from '../../../shared/domain/practice';

/** A record while it is written: lists and paragraphs are kept as the text in which they are typed. */
export type PracticeForm = Omit<PracticeDraft, 'units' | 'collaborators' | 'description'> & {
  units: string;
  collaborators: string;
  description: string;
};

/** A stored record as its page holds it. */
export function practiceFormOf(practice: Practice): PracticeForm {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = practice;
  return {
    ...draft,
    units: draft.units.join('\n'),
    collaborators: draft.collaborators.join('\n'),
    description: draft.description.join('\n\n'),
  };
}

/** The record as it is stored: blank lines and claims without words are left out. */
export function practiceDraftOf(form: PracticeForm, untitled: string): PracticeDraft {
  return {
    ...form,
    title: form.title.trim() === '' ? untitled : form.title,
    units: partsOf(form.units, /\n/),
    collaborators: partsOf(form.collaborators, /\n/),
    description: partsOf(form.description, /\n\s*\n/),
    claims: form.claims.filter((claim) => claim.text.trim() !== ''),
  };
}

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

import type { DesignDraft } from './design-draft';
import type { KnownDesign } from './use-design';

/** What each question works on. */
export type QuestionProps = {
  draft: DesignDraft;
  known: KnownDesign;
  onChange: (draft: DesignDraft) => void;
};

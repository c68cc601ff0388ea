/**
 * What a form says of its questions, whatever it was written in (XLSForm, labels inside a statistics file). Names are
 * those of the form; `path` is the name after its groups, joined with `/`.
 */
export type Codebook = {
  origin: 'xlsform' | 'statistics-file';
  title: string | null;
  /** Languages of the labels; the first is the one shown. */
  languages: string[];
  questions: CodebookQuestion[];
  /** What the form holds that is not used, such as calculations, by kind and how often. */
  ignored: { kind: string; count: number }[];
};

export type CodebookQuestion = {
  name: string;
  path: string;
  label: string | null;
  kind:
    | 'integer'
    | 'decimal'
    | 'text'
    | 'single'
    | 'multiple'
    | 'ordinal'
    | 'date'
    | 'datetime'
    | 'boolean'
    | 'location'
    | 'media'
    | 'calculated'
    | 'metadata'
    | 'other';
  /** `value` as stored in the file, `label` as shown. */
  options: { value: string; label: string }[];
  missingCodes: string[];
  isRequired: boolean;
  /** Expressions of the form, as written; null for none. */
  relevant: string | null;
  constraint: string | null;
  /** The repeated group the question stands in, by path; null for the main table. */
  repeat: string | null;
  /** Answers that say the question was not for this person, such as a code labelled "No corresponde". */
  notApplicableCodes: string[];
  /**
   * For a multiple choice spread over columns of their own names; `chosen` is what those columns hold for a
   * yes, `blanks` what counts as no answer.
   */
  parts: { column: string; value: string; chosen: string; blanks: string[] }[];
};

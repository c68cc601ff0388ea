import { useLocale, useTexts } from '../../../state/preferences';
import { Answers } from './Answers';
import { hintWords } from './evidence';
import { HintLine } from './HintLine';
import { Question } from './Question';
import type { QuestionProps } from './question-props';

/** Whether everybody was asked; nothing in the data can tell. */
export function CoverageQuestion({ draft, onChange }: QuestionProps) {
  const { design } = useTexts();
  const words = design.coverage;
  return (
    <Question title={design.question('1', words.question)}>
      <HintLine tone="none">{design.noEvidence}</HintLine>
      <Answers
        label={words.question}
        value={draft.coverage}
        answers={[
          { value: 'sample', title: words.sample, help: words.sampleHelp },
          { value: 'census', title: words.census, help: words.censusHelp },
        ]}
        onChange={(coverage) => onChange({ ...draft, coverage })}
      />
    </Question>
  );
}

/** Whether people can be followed from wave to wave, with the identifiers that repeat. */
export function LinkageQuestion({ draft, known, onChange }: QuestionProps) {
  const { design } = useTexts();
  const { locale } = useLocale();
  const words = design.linkage;
  const hint = known.hints.find((each) => each.fact === 'linkage');
  const supported = hint?.evidence === 'identifiers-repeat' ? 'matched' : 'independent';
  const evidence = hint ? hintWords(hint, known.labelOf, design.evidence, locale) : '';
  return (
    <Question title={design.question('2', words.question)}>
      {!hint && <HintLine tone="none">{design.noIdentifierEvidence}</HintLine>}
      {hint && supported === draft.linkage && <HintLine tone="agrees">{design.agrees(evidence)}</HintLine>}
      {hint && supported !== draft.linkage && (
        <HintLine
          tone="suggests"
          use={{ label: design.useSuggestion, onUse: () => onChange({ ...draft, linkage: supported }) }}
        >
          {design.suggests(evidence)}
        </HintLine>
      )}
      <Answers
        label={words.question}
        value={draft.linkage}
        answers={[
          { value: 'matched', title: words.matched, help: words.matchedHelp },
          { value: 'independent', title: words.independent, help: words.independentHelp },
        ]}
        onChange={(linkage) => onChange({ ...draft, linkage })}
      />
    </Question>
  );
}

import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useTexts } from '../../../state/preferences';
import { Term } from '../../../ui/Term';
import { ColumnSelect } from './ColumnSelect';
import classes from './design.module.css';
import { withColumn, withSampling } from './design-draft';
import { hintWords } from './evidence';
import { HintLine } from './HintLine';
import { PopulationFields } from './PopulationFields';
import { Question } from './Question';
import type { QuestionProps } from './question-props';
import { canWeigh } from './use-design';

/** Whether answers stand for different numbers of people, and how many people there were. */
export function WeightsQuestion({ draft, known, onChange }: QuestionProps) {
  const { design } = useTexts();
  const { weightId, populations } = draft.sampling;
  const [isKnown, setKnown] = useState(populations.length > 0);
  const words = design.weights;
  return (
    <Question title={design.question('4', words.question)}>
      {draft.coverage === 'census' && <p className={classes.note}>{design.censusSkips}</p>}
      <WeightHint draft={draft} known={known} onChange={onChange} />
      <ColumnSelect
        label={words.column}
        description={
          <>
            {words.columnHelp} <Term name="weight">{words.columnTerm}</Term>
          </>
        }
        none={words.none}
        columns={known.variables.filter(canWeigh)}
        hints={known.hints.filter((hint) => hint.fact === 'weight')}
        value={weightId}
        onChange={(id) => onChange(withColumn(draft, 'weightId', id))}
      />
      <Switch
        label={words.knows}
        description={words.knowsHelp}
        checked={isKnown}
        onChange={(event) => {
          setKnown(event.currentTarget.checked);
          if (!event.currentTarget.checked) onChange(withSampling(draft, { populations: [] }));
        }}
      />
      {isKnown && <PopulationFields draft={draft} known={known} onChange={onChange} />}
    </Question>
  );
}

function WeightHint({ draft, known, onChange }: QuestionProps) {
  const { design } = useTexts();
  const { locale } = useLocale();
  const hints = known.hints.filter((hint) => hint.fact === 'weight');
  const { weightId } = draft.sampling;
  const hint =
    hints.find((each) => each.variableId === weightId) ?? (weightId === null ? hints[0] : undefined);
  if (!hint) return weightId === null ? <HintLine tone="none">{design.noWeightEvidence}</HintLine> : null;
  const evidence = hintWords(hint, known.labelOf, design.evidence, locale);
  if (weightId !== null) return <HintLine tone="agrees">{design.column(evidence)}</HintLine>;
  return (
    <HintLine
      tone="suggests"
      use={{ label: design.useColumn, onUse: () => onChange(withColumn(draft, 'weightId', hint.variableId)) }}
    >
      {design.mayBeWeight(evidence)}
    </HintLine>
  );
}

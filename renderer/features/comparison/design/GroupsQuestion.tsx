import { Select } from '@mantine/core';
import { useState } from 'react';
import { LonelyStratumRule } from '../../../../shared/domain/design';
import { useLocale, useTexts } from '../../../state/preferences';
import { Term } from '../../../ui/Term';
import { Disclosure } from '../Disclosure';
import { Answers } from './Answers';
import { ColumnSelect } from './ColumnSelect';
import classes from './design.module.css';
import { withColumn, withSampling } from './design-draft';
import { hintWords } from './evidence';
import { HintLine } from './HintLine';
import { Question } from './Question';
import type { QuestionProps } from './question-props';
import { canGroup } from './use-design';

/** Whether whole schools or classes were chosen, and apart in each zone or not. */
export function GroupsQuestion({ draft, known, onChange }: QuestionProps) {
  const { common, design } = useTexts();
  const { clusterId, stratumId, lonelyStratum } = draft.sampling;
  const [isTogether, setTogether] = useState(clusterId !== null);
  const words = design.groups;
  const columns = known.variables.filter((variable) => canGroup(variable, known.hints));
  const isCluster = isTogether || clusterId !== null;
  return (
    <Question title={design.question('3', words.question)}>
      {draft.coverage === 'census' && <p className={classes.note}>{design.censusSkips}</p>}
      <GroupHint draft={draft} known={known} onChange={onChange} />
      <Answers
        label={words.question}
        value={isCluster ? 'together' : 'alone'}
        answers={[
          { value: 'alone', title: words.alone, help: words.aloneHelp },
          { value: 'together', title: words.together, help: words.togetherHelp },
        ]}
        onChange={(answer) => {
          setTogether(answer === 'together');
          if (answer === 'alone') onChange(withColumn(draft, 'clusterId', null));
        }}
      />
      {isCluster && (
        <ColumnSelect
          label={words.column}
          description={<Term name="cluster">{words.columnTerm}</Term>}
          placeholder={words.pick}
          columns={columns.filter((variable) => variable.id !== stratumId)}
          hints={known.hints.filter((hint) => hint.fact === 'cluster')}
          value={clusterId}
          onChange={(id) => onChange(withColumn(draft, 'clusterId', id))}
        />
      )}
      <Disclosure label={common.actions.options} isOpen={stratumId !== null}>
        <div className={classes.more}>
          <ColumnSelect
            label={words.strata}
            description={
              <>
                {words.strataHelp} <Term name="stratum">{words.strataTerm}</Term>
              </>
            }
            none={words.noStrata}
            columns={columns.filter((variable) => variable.id !== clusterId)}
            hints={known.hints.filter((hint) => hint.fact === 'stratum')}
            value={stratumId}
            onChange={(id) => onChange(withColumn(draft, 'stratumId', id))}
          />
          {stratumId !== null && (
            <Select
              label={words.lonely}
              description={words.lonelyHelp}
              value={lonelyStratum}
              data={LonelyStratumRule.options.map((rule) => ({
                value: rule,
                label: words.lonelyRules[rule],
              }))}
              onChange={(rule) =>
                onChange(
                  withSampling(draft, { lonelyStratum: LonelyStratumRule.catch('adjust').parse(rule) }),
                )
              }
            />
          )}
        </div>
      </Disclosure>
    </Question>
  );
}

/** A column that gathers people says nothing of how they were drawn, so it is offered and not proposed. */
function GroupHint({ draft, known, onChange }: QuestionProps) {
  const { design } = useTexts();
  const { locale } = useLocale();
  const hints = known.hints.filter((hint) => hint.fact === 'cluster');
  const { clusterId } = draft.sampling;
  const hint =
    hints.find((each) => each.variableId === clusterId) ?? (clusterId === null ? hints[0] : undefined);
  if (!hint) return clusterId === null ? <HintLine tone="none">{design.noGroupEvidence}</HintLine> : null;
  const evidence = hintWords(hint, known.labelOf, design.evidence, locale);
  if (clusterId !== null) return <HintLine tone="agrees">{design.column(evidence)}</HintLine>;
  return (
    <HintLine
      tone="suggests"
      use={{
        label: design.useColumn,
        onUse: () => onChange(withColumn(draft, 'clusterId', hint.variableId)),
      }}
    >
      {design.mayBeGroup(evidence)}
    </HintLine>
  );
}

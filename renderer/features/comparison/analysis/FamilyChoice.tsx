import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ComparisonSpec } from '../../../../shared/domain/comparison';
import type { IndicatorId } from '../../../../shared/domain/ids';
import { useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { Term } from '../../../ui/Term';
import { Answers } from '../design/Answers';
import classes from '../design/design.module.css';
import { Question } from '../design/Question';

/** Which indicators were the questions from the beginning; none chosen takes all of them. */
export function FamilyChoice(props: {
  spec: ComparisonSpec;
  chosen: readonly IndicatorId[];
  onChange: (chosen: IndicatorId[]) => void;
}) {
  const { comparison } = useTexts();
  const { spec, chosen } = props;
  const [isSome, setSome] = useState(chosen.length > 0);
  const all = useQueryMethod('indicator.list', {}).data?.indicators ?? [];
  const compared = all.filter((indicator) => spec.indicatorIds.includes(indicator.id));
  const words = comparison.analysis;
  const isPicking = isSome || chosen.length > 0;
  return (
    <Question title={words.family}>
      <p className={classes.note}>
        {words.familyHelp} <Term name="correction">{words.familyTerm}</Term>
      </p>
      <Answers
        label={words.family}
        value={isPicking ? 'some' : 'all'}
        answers={[
          { value: 'all', title: words.familyAll, help: words.familyAllHelp },
          { value: 'some', title: words.familySome, help: words.familySomeHelp },
        ]}
        onChange={(answer) => {
          setSome(answer === 'some');
          if (answer === 'all') props.onChange([]);
        }}
      />
      {isPicking && (
        <Checkbox.Group
          label={words.familyPick}
          value={[...chosen]}
          onChange={(ids) =>
            props.onChange(
              compared.map((indicator) => indicator.id).filter((id) => ids.some((each) => each === id)),
            )
          }
        >
          <Stack gap="xs" mt="xs" className={classes.list}>
            {compared.map((indicator) => (
              <Checkbox key={indicator.id} size="xs" value={indicator.id} label={indicator.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Question>
  );
}

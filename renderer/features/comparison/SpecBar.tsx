import { Select } from '@mantine/core';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { BreakdownPicker } from './BreakdownPicker';
import classes from './comparison.module.css';
import { DesignPicker } from './DesignPicker';
import { FollowUpPicker } from './FollowUpPicker';
import { IndicatorPicker } from './IndicatorPicker';

export type SpecProps = {
  spec: ComparisonSpec;
  onChange: (change: Partial<ComparisonSpec>) => void;
};

/** What is compared, in one line; the result below follows each change. */
export function SpecBar(props: SpecProps & { sharedPeople: number | null }) {
  const { comparison } = useTexts();
  const { spec, onChange } = props;
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const words = comparison.spec;
  return (
    <section className={classes.bar} aria-label={words.label}>
      <Select
        label={words.baseline}
        rightSectionWidth={28}
        className={classes.control}
        value={spec.baselineWaveId}
        data={waves.map((wave) => ({ value: wave.id as string, label: wave.name }))}
        onChange={(id) => {
          const wave = waves.find((each) => each.id === id);
          if (!wave) return;
          const rest = spec.followUpWaveIds.filter((each) => each !== wave.id);
          const other = waves.find((each) => each.id !== wave.id);
          onChange({
            baselineWaveId: wave.id,
            followUpWaveIds: rest.length > 0 || !other ? rest : [other.id],
          });
        }}
      />
      <FollowUpPicker spec={spec} onChange={onChange} waves={waves} />
      <IndicatorPicker spec={spec} onChange={onChange} />
      <BreakdownPicker spec={spec} onChange={onChange} waves={waves} />
      <DesignPicker spec={spec} onChange={onChange} sharedPeople={props.sharedPeople} />
    </section>
  );
}

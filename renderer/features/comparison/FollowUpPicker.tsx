import { Checkbox, Stack } from '@mantine/core';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { hiddenLabel } from '../../ui/hidden-label';
import { MomentBadge } from '../../ui/MomentBadge';
import { PickerButton } from './PickerButton';
import type { SpecProps } from './SpecBar';

/** The later waves the baseline is compared with, at least one. */
export function FollowUpPicker({ spec, onChange, waves }: SpecProps & { waves: readonly Wave[] }) {
  const { comparison } = useTexts();
  const possible = waves.filter((wave) => wave.id !== spec.baselineWaveId);
  const chosen = possible.filter((wave) => spec.followUpWaveIds.includes(wave.id));
  return (
    <PickerButton
      label={comparison.spec.followUp}
      value={chosen.map((wave) => wave.name).join(' · ') || comparison.empty.pickFollowUp}
    >
      <Checkbox.Group
        label={comparison.spec.followUp}
        labelProps={hiddenLabel}
        value={[...spec.followUpWaveIds]}
        onChange={(ids) =>
          onChange({
            followUpWaveIds: possible.filter((wave) => ids.includes(wave.id)).map((wave) => wave.id),
          })
        }
      >
        <Stack gap="xs">
          {possible.map((wave) => (
            <Checkbox
              key={wave.id}
              value={wave.id}
              label={<MomentBadge moment={wave.moment} label={wave.name} />}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </PickerButton>
  );
}

import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import type { MeasureFieldsProps } from './MeasureFields';
import { VariableSelect } from './VariableSelect';

/** A scale, and how many of its highest answers are added up. */
export function TopBoxFields(props: MeasureFieldsProps) {
  const { indicators } = useTexts();
  const { byId } = useVariables();
  const { measure, onChange } = props;
  const words = indicators.measure;
  const variable = measure.variableId === null ? undefined : byId.get(measure.variableId);
  const most = Math.min(5, Math.max(1, (variable?.options.length ?? 6) - 1));
  const chosen = (variable?.options.slice(-measure.boxes) ?? []).map((option) => `«${option.label}»`);
  return (
    <Stack gap="sm">
      <VariableSelect
        hidesLabel
        label={words.variable}
        value={measure.variableId}
        accepts={(each) => each.type === 'ordinal'}
        onChange={(next) =>
          onChange({
            variableId: next?.id ?? null,
            boxes: Math.min(measure.boxes, Math.max(1, (next?.options.length ?? 3) - 1)),
          })
        }
      />
      {variable && (
        <div>
          <Text size="sm" fw={500} mb={4}>
            {words.boxes}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={words.boxes}
            value={String(measure.boxes)}
            data={Array.from({ length: most }, (_, index) => String(index + 1))}
            onChange={(value) => onChange({ boxes: Number(value) })}
          />
          <Text size="sm" c="dimmed" mt={8}>
            {words.boxesChosen(chosen.join(' + '))}
          </Text>
        </div>
      )}
    </Stack>
  );
}

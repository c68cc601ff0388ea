import { ActionIcon, Checkbox, Group, NumberInput, Stack, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { isNumeric } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { IndexScaleChoice } from './IndexScaleChoice';
import { minimumOf } from './indicator-form';
import classes from './indicators.module.css';
import type { MeasureFieldsProps } from './MeasureFields';
import { VariableSelect } from './VariableSelect';

/** The questions of an index, which of them run backwards, and how the score is written. */
export function IndexFields(props: MeasureFieldsProps) {
  const { indicators } = useTexts();
  const { byId } = useVariables();
  const { measure, onChange } = props;
  const { items } = measure;
  const words = indicators.measure;
  return (
    <Stack gap="sm">
      {items.length > 0 && (
        <ul className={classes.items} aria-label={words.items}>
          {items.map((item) => {
            const label = byId.get(item.variableId)?.label ?? item.variableId;
            return (
              <li key={item.variableId}>
                <span className={classes.grow}>{label}</span>
                <Tooltip label={words.reversedHelp} multiline w={240}>
                  <Checkbox
                    size="xs"
                    label={words.reversed}
                    aria-label={`${words.reversed}: ${label}`}
                    checked={item.isReversed}
                    onChange={(event) => {
                      const isReversed = event.currentTarget.checked;
                      onChange({
                        items: items.map((each) => (each === item ? { ...each, isReversed } : each)),
                      });
                    }}
                  />
                </Tooltip>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={words.removeItem(label)}
                  onClick={() => onChange({ items: items.filter((each) => each !== item) })}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <VariableSelect
        hidesLabel
        label={words.addItem}
        placeholder={words.addItem}
        value={null}
        accepts={(variable) =>
          (variable.type === 'ordinal' || isNumeric(variable) || variable.type === 'boolean') &&
          !items.some((item) => item.variableId === variable.id)
        }
        onChange={(variable) =>
          variable && onChange({ items: [...items, { variableId: variable.id, isReversed: false }] })
        }
      />
      {items.length < 2 ? (
        <Text size="sm" c="dimmed">
          {words.atLeastTwo}
        </Text>
      ) : (
        <Group gap="lg" align="flex-start">
          <NumberInput
            w={220}
            label={words.minimum}
            description={words.minimumHelp}
            min={1}
            max={items.length}
            value={minimumOf(measure)}
            onChange={(value) => onChange({ minimumAnswered: typeof value === 'number' ? value : null })}
          />
          <IndexScaleChoice value={measure.scale} onChange={(scale) => onChange({ scale })} />
        </Group>
      )}
    </Stack>
  );
}

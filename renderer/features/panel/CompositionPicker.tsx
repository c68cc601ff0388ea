import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VariableId } from '../../../shared/domain/ids';
import { mostCompositionVariables } from '../../../shared/domain/panel';
import { listOf } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import type { KnownVariable } from '../../state/use-variables';
import { PickerButton } from '../comparison/PickerButton';
import classes from './panel.module.css';

/** Up to three questions that say who the people are. */
export function CompositionPicker(props: {
  candidates: readonly KnownVariable[];
  chosen: readonly VariableId[];
  onChange: (chosen: VariableId[]) => void;
}) {
  const { common, panel, panelUi } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const { candidates, chosen, onChange } = props;
  const words = panelUi.spec;
  const wanted = search.trim().toLocaleLowerCase();
  const labels = chosen.flatMap((id) => candidates.find((each) => each.id === id)?.label ?? []);
  const isFull = chosen.length >= mostCompositionVariables;
  return (
    <PickerButton
      label={panel.compositionQuestion}
      value={labels.length === 0 ? words.none : listOf(labels, locale)}
      width={380}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {words.help}
        </Text>
        <TextInput
          size="xs"
          aria-label={common.actions.search}
          placeholder={common.actions.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {words.limit}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={chosen.length === 0}
            onClick={() => onChange([])}
          >
            {words.clear}
          </Button>
        </Group>
        {candidates.length === 0 && <Text size="sm">{words.nothingFits}</Text>}
        <Stack gap="xs" className={classes.choices} role="group" aria-label={panel.compositionQuestion}>
          {candidates
            .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
            .map(({ id, label }) => {
              const isOn = chosen.includes(id);
              const rest = chosen.filter((each) => each !== id);
              return (
                <Checkbox
                  key={id}
                  size="xs"
                  label={label}
                  checked={isOn}
                  disabled={!isOn && isFull}
                  onChange={(event) => onChange(event.currentTarget.checked ? [...rest, id] : rest)}
                />
              );
            })}
        </Stack>
      </Stack>
    </PickerButton>
  );
}

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { StatedFigure } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';

/** The figure of a document and where it stands; it is kept once it has a text. */
export function StatedFigureField(props: {
  stated: StatedFigure | null;
  onChange: (stated: StatedFigure | null) => void;
  onClose: () => void;
}) {
  const { evidence } = useTexts();
  const words = evidence.stating;
  const { stated, onChange } = props;
  const [text, setText] = useState(stated?.text ?? '');
  const [source, setSource] = useState(stated?.source ?? '');
  function change(next: StatedFigure): void {
    setText(next.text);
    setSource(next.source);
    onChange(next.text.trim() === '' ? null : next);
  }
  return (
    <Stack gap="xs" mt="xs">
      <TextInput
        size="xs"
        label={words.text}
        placeholder={words.textPlaceholder}
        maxLength={300}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value, source })}
      />
      <TextInput
        size="xs"
        label={words.source}
        placeholder={words.sourcePlaceholder}
        maxLength={500}
        value={source}
        onChange={(event) => change({ text, source: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button size="compact-xs" variant="light" onClick={props.onClose}>
          {words.done}
        </Button>
        {stated && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              onChange(null);
              props.onClose();
            }}
          >
            {words.remove}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

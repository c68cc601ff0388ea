import { Group, NumberInput, Stack, Text, Textarea, Title } from '@mantine/core';
import type { ProjectSettings } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';

const leastPeople = 1;
const mostPeople = 100;

/** The smallest groups that may be shown. `reason` null while no threshold is being lowered. */
export function PrivacyFields(props: {
  settings: ProjectSettings;
  onChange: (settings: ProjectSettings) => void;
  reason: string | null;
  onReason: (reason: string) => void;
}) {
  const { settings, onChange } = props;
  const { home } = useTexts();
  const text = home.panels;
  const bounds = { min: leastPeople, max: mostPeople, allowDecimal: false, clampBehavior: 'strict' } as const;
  return (
    <Stack gap={12}>
      <div>
        <Title order={3}>{text.privacyTitle}</Title>
        <Text size="sm" c="dimmed">
          {text.privacyText}
        </Text>
      </div>
      <Group grow align="flex-end">
        <NumberInput
          {...bounds}
          label={text.thresholdPublication}
          value={settings.thresholdPublication}
          onChange={(value) => onChange({ ...settings, thresholdPublication: Number(value) || leastPeople })}
        />
        <NumberInput
          {...bounds}
          label={text.thresholdInternal}
          value={settings.thresholdInternal}
          onChange={(value) => onChange({ ...settings, thresholdInternal: Number(value) || leastPeople })}
        />
      </Group>
      {props.reason !== null && (
        <Textarea
          label={text.reasonLabel}
          description={text.reasonHelp}
          error={props.reason.trim() === '' ? text.reasonNeeded : undefined}
          autosize
          minRows={3}
          maxLength={1000}
          value={props.reason}
          onChange={(event) => props.onReason(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}

import { Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { ProjectSettings } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';
import { PeopleInput } from './PeopleInput';

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
  return (
    <Stack gap={12}>
      <div>
        <Title order={3}>{text.privacyTitle}</Title>
        <Text size="sm" c="dimmed">
          {text.privacyText}
        </Text>
      </div>
      <Group grow align="flex-end">
        <PeopleInput
          label={text.thresholdPublication}
          value={settings.thresholdPublication}
          onChange={(thresholdPublication) => onChange({ ...settings, thresholdPublication })}
        />
        <PeopleInput
          label={text.thresholdInternal}
          value={settings.thresholdInternal}
          onChange={(thresholdInternal) => onChange({ ...settings, thresholdInternal })}
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

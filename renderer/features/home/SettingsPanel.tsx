import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ProjectInfo, ProjectSettings } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { SidePanel } from '../../ui/SidePanel';
import { DesignFields } from './DesignFields';
import { PrivacyFields } from './PrivacyFields';

/** The declared design and the privacy thresholds; lowering a threshold asks for a written reason. */
export function SettingsPanel(props: { project: ProjectInfo; isOpen: boolean; onClose: () => void }) {
  const { project, isOpen, onClose } = props;
  const { common, home } = useTexts();
  const showDone = useDoneToast();
  const { run, isRunning } = useCommand('project.configure');
  const [settings, setSettings] = useState<ProjectSettings>(project.settings);
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (!isOpen) return;
    setSettings(project.settings);
    setReason('');
  }, [isOpen, project.settings]);

  const isLowered = lowersThreshold(project.settings, settings);
  const lacksReason = isLowered && reason.trim() === '';
  async function save(): Promise<void> {
    const saved = await run({ settings, reason: isLowered ? reason.trim() : null });
    if (!saved) return;
    showDone(home.panels.settingsSaved);
    onClose();
  }
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={home.panels.settingsTitle}
      size={520}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button onClick={save} loading={isRunning} disabled={lacksReason}>
            {home.panels.save}
          </Button>
        </>
      }
    >
      <Stack gap={32}>
        <DesignFields settings={settings} onChange={setSettings} />
        <PrivacyFields
          settings={settings}
          onChange={setSettings}
          reason={isLowered ? reason : null}
          onReason={setReason}
        />
      </Stack>
    </SidePanel>
  );
}

function lowersThreshold(before: ProjectSettings, after: ProjectSettings): boolean {
  return (
    after.thresholdPublication < before.thresholdPublication ||
    after.thresholdInternal < before.thresholdInternal
  );
}

import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { FileId } from '../../shared/domain/ids';
import { asAppError } from '../../shared/errors';
import { useHost } from './host-context';
import { pickFile } from './pick-file';
import { useTexts } from './preferences';
import { useErrorToast } from './toasts';
import { useCommand } from './use-command';
import { useSaveOutput } from './use-save-output';

export type ProjectFiles = { open: () => Promise<void>; exportCopy: () => Promise<void> };

/** Opens a project the person picks, and hands out a copy of the open one. */
export function useProjectFiles(): ProjectFiles {
  const host = useHost();
  const [, navigate] = useLocation();
  const showError = useErrorToast();
  const saveOutput = useSaveOutput();
  const { home } = useTexts();
  const { run: openFile } = useCommand('project.openFile');
  const { run: exportFile } = useCommand('project.exportFile');
  return useMemo<ProjectFiles>(() => {
    async function pickProject(): Promise<string | null> {
      if (host.dialogs) return host.dialogs.pickProject();
      const file = await pickFile('.lineabase');
      return file === null ? null : (await host.stageFile(file)).fileId;
    }
    return {
      async open() {
        try {
          const fileId = await pickProject();
          if (fileId === null) return;
          const project = await openFile({ fileId: FileId.parse(fileId) });
          if (project) navigate('/inicio');
        } catch (error) {
          showError(asAppError(error));
        }
      },
      async exportCopy() {
        try {
          const file = await exportFile({});
          if (file) await saveOutput(file, home.project.exported(file.name));
        } catch (error) {
          showError(asAppError(error));
        }
      },
    };
  }, [host, navigate, openFile, exportFile, showError, saveOutput, home]);
}

import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { MenuCommand } from '../../shared/desktop-bridge';
import { FileId } from '../../shared/domain/ids';
import { useHost } from '../state/host-context';
import { useCommand } from '../state/use-command';
import { useHistory } from '../state/use-history';
import { useProjectFiles } from '../state/use-project-files';

/** Follows the desktop's menu, and opens a project file that was double-clicked or dropped on the icon. */
export function useHostEvents(actions: { showHelp: () => void }): void {
  const host = useHost();
  const [, navigate] = useLocation();
  const { toggleColorScheme } = useMantineColorScheme();
  const { undo, redo } = useHistory();
  const files = useProjectFiles();
  const { run: openFile } = useCommand('project.openFile');
  const { showHelp } = actions;

  useEffect(() => {
    return host.onOpenProject((fileId) => {
      void openFile({ fileId: FileId.parse(fileId) }).then((project) => project && navigate('/inicio'));
    });
  }, [host, openFile, navigate]);

  useEffect(() => {
    const follow: Record<MenuCommand, () => void> = {
      'new-project': () => navigate('/inicio/nuevo'),
      'open-project': () => void files.open(),
      'save-as': () => navigate('/inicio/copia'),
      import: () => navigate('/mediciones/importar'),
      undo,
      redo,
      'export-project': () => void files.exportCopy(),
      'toggle-theme': toggleColorScheme,
      help: showHelp,
    };
    return host.onMenu((command) => follow[command]());
  }, [host, navigate, files, undo, redo, toggleColorScheme, showHelp]);
}

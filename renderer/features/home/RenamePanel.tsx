import type { ProjectInfo } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { NamePanel } from './NamePanel';

/** Changes the name of the project; its file keeps its own. */
export function RenamePanel(props: { project: ProjectInfo; isOpen: boolean; onClose: () => void }) {
  const { home } = useTexts();
  const { run, isRunning } = useCommand('project.rename');
  async function rename(name: string): Promise<void> {
    if (await run({ name })) props.onClose();
  }
  return (
    <NamePanel
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={home.panels.renameTitle}
      action={home.panels.renameAction}
      initialName={props.project.name}
      isRunning={isRunning}
      onSubmit={rename}
    />
  );
}

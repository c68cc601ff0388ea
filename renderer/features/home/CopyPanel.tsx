import type { ProjectInfo } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { NamePanel } from './NamePanel';
import { useProjectPlace } from './use-project-place';

/** Writes the project under another name and goes on working there. */
export function CopyPanel(props: { project: ProjectInfo; isOpen: boolean; onClose: () => void }) {
  const { home } = useTexts();
  const askPlace = useProjectPlace();
  const { run, isRunning } = useCommand('project.saveAs');
  async function save(name: string): Promise<void> {
    const place = await askPlace(name);
    if (place === 'cancelled') return;
    if (await run({ name, fileId: place })) props.onClose();
  }
  return (
    <NamePanel
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={home.panels.copyTitle}
      text={home.panels.copyText}
      action={home.panels.copyAction}
      initialName={home.panels.copySuggestion(props.project.name)}
      isRunning={isRunning}
      onSubmit={save}
    />
  );
}

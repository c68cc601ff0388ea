import { useHost } from '../../state/host-context';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { NamePanel } from './NamePanel';
import { useProjectPlace } from './use-project-place';

/** Names a new project and creates it where the person says, or in the projects folder. */
export function NewProjectPanel(props: { isOpen: boolean; onClose: () => void }) {
  const { home } = useTexts();
  const host = useHost();
  const askPlace = useProjectPlace();
  const { run, isRunning } = useCommand('project.create');
  async function create(name: string): Promise<void> {
    const place = await askPlace(name);
    if (place === 'cancelled') return;
    if (await run({ name, fileId: place })) props.onClose();
  }
  return (
    <NamePanel
      {...props}
      title={home.panels.newTitle}
      help={host.dialogs ? home.panels.nameHelpDesktop : home.panels.nameHelpBrowser}
      action={home.panels.create}
      initialName=""
      isRunning={isRunning}
      onSubmit={create}
    />
  );
}

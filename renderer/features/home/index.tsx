import { useLocation, useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { CopyPanel } from './CopyPanel';
import { NewProjectPanel } from './NewProjectPanel';
import { ProjectHome } from './ProjectHome';
import { RenamePanel } from './RenamePanel';
import { SettingsPanel } from './SettingsPanel';
import { Welcome } from './Welcome';

/** The first screen: the open project and its next step, or the ways to begin. The address names the open panel. */
export default function HomeScreen() {
  const { common } = useTexts();
  const { panel } = useParams<{ panel?: string }>();
  const [, navigate] = useLocation();
  const current = useQueryMethod('project.current', {});
  const close = () => navigate('/inicio');
  const project = current.data?.project ?? null;
  return (
    <>
      {current.error && (
        <Page title={common.sections.home}>
          <ErrorState error={current.error} onRetry={current.retry} />
        </Page>
      )}
      {current.isLoading && (
        <Page title={common.sections.home}>
          <LoadingState />
        </Page>
      )}
      {current.data && (project ? <ProjectHome project={project} /> : <Welcome />)}
      <NewProjectPanel isOpen={panel === 'nuevo'} onClose={close} />
      {project && (
        <>
          <CopyPanel project={project} isOpen={panel === 'copia'} onClose={close} />
          <RenamePanel project={project} isOpen={panel === 'nombre'} onClose={close} />
          <SettingsPanel project={project} isOpen={panel === 'ajustes'} onClose={close} />
        </>
      )}
    </>
  );
}

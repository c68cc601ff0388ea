import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ProjectInfo } from '../../../shared/domain/project';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { VaultFacts } from '../privacy/VaultFacts';
import { DesignFacts } from './DesignFacts';
import classes from './home.module.css';
import { Journey } from './Journey';
import { journeySteps } from './journey';
import { ProjectMenu } from './ProjectMenu';
import { RecentProjects } from './RecentProjects';

/** The open project: how far the journey has come, how it was measured, and other projects. */
export function ProjectHome(props: { project: ProjectInfo }) {
  const { project } = props;
  const { home } = useTexts();
  const waves = useQueryMethod('wave.list', {});
  const steps = waves.data ? journeySteps(project, waves.data.waves) : null;
  const next = steps?.find((step) => step.state === 'next');
  return (
    <Page
      title={project.name}
      purpose={home.project.purpose(project.fileName)}
      marks={project.isDemonstration && <SyntheticBadge />}
      actions={
        <>
          <ProjectMenu />
          <Button component={Link} href="/inicio/ajustes" variant="default">
            {home.project.settings}
          </Button>
          {steps && (
            <Button component={Link} href={next?.href ?? '/comparacion'}>
              {home.journey[next?.key ?? 'comparison'].action}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.columns}>
        <Section title={home.journey.title}>
          {waves.error && <ErrorState error={waves.error} onRetry={waves.retry} />}
          {waves.isLoading && <LoadingState progress={waves.progress} />}
          {steps && <Journey steps={steps} waves={waves.data?.waves ?? []} />}
        </Section>
        <div>
          <DesignFacts settings={project.settings} />
          <VaultFacts />
          <Section title={home.recent.title}>
            <RecentProjects exceptName={project.fileName} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

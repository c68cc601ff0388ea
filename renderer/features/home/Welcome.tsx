import { UnstyledButton } from '@mantine/core';
import { type Icon, IconFilePlus, IconFolderOpen, IconPlayerPlay } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useProjectFiles } from '../../state/use-project-files';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import classes from './home.module.css';
import { RecentProjects } from './RecentProjects';

/** No project is open: the ways to begin, and what the work looks like. */
export function Welcome() {
  const { home } = useTexts();
  const text = home.welcome;
  const [, navigate] = useLocation();
  const files = useProjectFiles();
  const demonstration = useCommand('project.openDemonstration');
  return (
    <Page title={text.title} documentTitle={text.startTitle} purpose={text.purpose}>
      <Section title={text.startTitle}>
        {demonstration.isRunning ? (
          <LoadingState progress={demonstration.progress} onCancel={demonstration.cancel} />
        ) : (
          <div className={classes.doors}>
            <Door
              icon={IconPlayerPlay}
              title={text.demonstrationTitle}
              text={text.demonstrationText}
              isMain
              onClick={() => void demonstration.run({ fresh: false })}
            />
            <Door
              icon={IconFilePlus}
              title={text.newTitle}
              text={text.newText}
              onClick={() => navigate('/inicio/nuevo')}
            />
            <Door icon={IconFolderOpen} title={text.openTitle} text={text.openText} onClick={files.open} />
          </div>
        )}
      </Section>
      <div className={classes.columns}>
        <Section title={home.recent.title}>
          <RecentProjects />
        </Section>
        <Section title={text.howTitle}>
          <ol className={classes.how}>
            {text.howSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
      </div>
    </Page>
  );
}

function Door(props: { icon: Icon; title: string; text: string; isMain?: boolean; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.door} data-main={props.isMain || undefined} onClick={props.onClick}>
      <props.icon size={22} stroke={1.6} className={classes.doorIcon} aria-hidden />
      <span className={classes.doorTitle}>{props.title}</span>
      <span className={classes.doorText}>{props.text}</span>
    </UnstyledButton>
  );
}

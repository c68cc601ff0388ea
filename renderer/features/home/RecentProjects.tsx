import { Text, UnstyledButton } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './home.module.css';

/** Projects opened before, without the file that is open now; one whose file is gone says so. */
export function RecentProjects(props: { exceptName?: string }) {
  const { home } = useTexts();
  const { locale } = useLocale();
  const recent = useQueryMethod('project.recent', {});
  const { run: open, isRunning } = useCommand('project.open');
  if (recent.error) return <ErrorState error={recent.error} onRetry={recent.retry} />;
  if (!recent.data) return <LoadingState />;
  const entries = recent.data.recent.filter((entry) => entry.fileName !== props.exceptName);
  if (entries.length === 0) return <Text c="dimmed">{home.recent.empty}</Text>;
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.reference}>
          <UnstyledButton
            className={classes.recent}
            disabled={!entry.exists || isRunning}
            onClick={() => void open({ reference: entry.reference })}
          >
            <IconFile size={18} stroke={1.5} aria-hidden />
            <span className={classes.recentWords}>
              <Text span className={classes.recentName} display="block">
                {entry.name}
              </Text>
              <Text span className={classes.recentFile} display="block" title={entry.folder}>
                {entry.exists
                  ? `${home.recent.openedAt(formatInstant(entry.openedAt, locale))} · ${entry.folder}`
                  : home.recent.missing}
              </Text>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { sections } from '../routes';
import { useTexts } from '../state/preferences';
import { useQueryMethod } from '../state/use-query-method';
import { BrandMark } from '../ui/BrandMark';
import { SyntheticBadge } from '../ui/SyntheticBadge';
import { JobTray } from './JobTray';
import { PreferencesMenu } from './PreferencesMenu';
import classes from './Rail.module.css';

/** The project, the journey's sections, running jobs and preferences. */
export function Rail(props: { showShortcuts: () => void }) {
  const { common } = useTexts();
  const [location] = useLocation();
  const project = useQueryMethod('project.current', {}).data?.project;
  return (
    <div className={classes.rail}>
      <div className={classes.mark}>
        <BrandMark />
        {common.applicationName}
      </div>
      <Link href="/inicio" className={classes.project}>
        {project ? (
          <span className={classes.projectName}>{project.name}</span>
        ) : (
          <span className={classes.projectNone}>{common.navigation.noProject}</span>
        )}
        {project?.isDemonstration && <SyntheticBadge />}
      </Link>
      <nav aria-label={common.navigation.label}>
        <ul className={classes.list}>
          {sections.map((section) => (
            <li key={section.key}>
              <Link
                href={section.path}
                className={classes.entry}
                aria-current={location.startsWith(section.path) ? 'page' : undefined}
              >
                <section.icon size={18} stroke={1.6} aria-hidden />
                {common.sections[section.key]}
                <kbd className={classes.digit} aria-hidden>
                  Alt {section.digit}
                </kbd>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.foot}>
        <JobTray />
        <div className={classes.tools}>
          <PreferencesMenu />
          <Tooltip label={common.shortcuts.title}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={common.shortcuts.title}
              onClick={props.showShortcuts}
            >
              <IconKeyboard size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </div>
  );
}

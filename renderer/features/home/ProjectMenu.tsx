import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useProjectFiles } from '../../state/use-project-files';

/** What can be done with the project as a file, and the way to another one. */
export function ProjectMenu() {
  const { home } = useTexts();
  const text = home.project;
  const [, navigate] = useLocation();
  const files = useProjectFiles();
  const demonstration = useCommand('project.openDemonstration');
  const close = useCommand('project.close');
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={text.more}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate('/inicio/nombre')}>{text.rename}</Menu.Item>
        <Menu.Item onClick={() => navigate('/inicio/copia')}>{text.saveCopy}</Menu.Item>
        <Menu.Item onClick={files.exportCopy}>{text.exportCopy}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text.another}</Menu.Label>
        <Menu.Item onClick={() => navigate('/inicio/nuevo')}>{text.newProject}</Menu.Item>
        <Menu.Item onClick={files.open}>{text.open}</Menu.Item>
        <Menu.Item onClick={() => void demonstration.run({ fresh: false })}>{text.demonstration}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void close.run({})}>{text.close}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

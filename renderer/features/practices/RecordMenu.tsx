import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconColumns2,
  IconCopy,
  IconDots,
  IconDownload,
  IconHistory,
  IconTrash,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useHistory } from '../../state/use-history';
import { useEntryCommands } from './registry/use-entry-commands';
import { useExport } from './registry/use-export';
import type { PracticeEditing } from './use-practice-editor';

/** What can be done with the record besides writing it; what is pending is kept first. */
export function RecordMenu(props: {
  practice: Practice;
  editing: PracticeEditing;
  onShowHistory: () => void;
}) {
  const { common, registry } = useTexts();
  const [, navigate] = useLocation();
  const { practice, editing } = props;
  const { undo } = useHistory();
  const exportFile = useExport();
  const { duplicate, archive, remove } = useEntryCommands(practice);
  const isArchived = practice.archivedAt !== null;
  const after = (act: () => unknown) => () => void editing.flush().then(act);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={registry.moreOf}>
          <ActionIcon variant="default" size={36} aria-label={registry.moreOf}>
            <IconDots size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={after(props.onShowHistory)}>
          {registry.history.open}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={after(undo)}>
          {registry.record.undo}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={after(duplicate)}>
          {registry.duplicate}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconColumns2 size={16} />}
          onClick={after(() => navigate(`/practicas/comparar?a=${practice.id}`))}
        >
          {registry.compare}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={16} />}
          onClick={after(() => exportFile([practice.id], 'json'))}
        >
          {registry.exportJson}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload size={16} />}
          onClick={after(() => exportFile([practice.id], 'csv'))}
        >
          {registry.exportCsv}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
          onClick={after(() => archive(!isArchived))}
        >
          {isArchived ? registry.unarchive : registry.archive}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          onClick={after(async () => {
            if (await remove()) navigate('/practicas');
          })}
        >
          {common.actions.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

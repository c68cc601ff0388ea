import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconColumns2,
  IconCopy,
  IconDots,
  IconPlus,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { Practice } from '../../../../shared/domain/practice';
import { useTexts } from '../../../state/preferences';
import type { Entry } from './entry';
import { useAdding } from './use-adding';
import { useEntryCommands } from './use-entry-commands';

/** What can be done with one record without opening it. */
export function EntryActions({ entry }: { entry: Entry }) {
  const { registry } = useTexts();
  const [, navigate] = useLocation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={registry.actionsOf(entry.record.title)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {entry.practice ? (
          <OwnItems practice={entry.practice} />
        ) : (
          entry.slug !== null && <CatalogueItems slug={entry.slug} />
        )}
        <Menu.Item
          leftSection={<IconColumns2 size={16} />}
          onClick={() => navigate(`/practicas/comparar?a=${encodeURIComponent(entry.key)}`)}
        >
          {registry.compare}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OwnItems({ practice }: { practice: Practice }) {
  const { common, registry } = useTexts();
  const { duplicate, archive, remove } = useEntryCommands(practice);
  const isArchived = practice.archivedAt !== null;
  return (
    <>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void duplicate()}>
        {registry.duplicate}
      </Menu.Item>
      <Menu.Item
        leftSection={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        onClick={() => void archive(!isArchived)}
      >
        {isArchived ? registry.unarchive : registry.archive}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {common.actions.delete}
      </Menu.Item>
    </>
  );
}

function CatalogueItems({ slug }: { slug: string }) {
  const { registry } = useTexts();
  const { add, use } = useAdding();
  return (
    <>
      <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => void add(slug)}>
        {registry.catalogue.add}
      </Menu.Item>
      <Menu.Item leftSection={<IconTemplate size={16} />} onClick={() => void use(slug)}>
        {registry.catalogue.use}
      </Menu.Item>
    </>
  );
}

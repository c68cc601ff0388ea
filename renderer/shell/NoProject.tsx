import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../state/preferences';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

/** Shown where a screen needs a project and none is open. */
export function NoProject() {
  const { common } = useTexts();
  return (
    <Page title={common.noProject.title}>
      <EmptyState
        icon={IconFolderOpen}
        title={common.navigation.noProject}
        actions={
          <Button component={Link} href="/inicio">
            {common.noProject.action}
          </Button>
        }
      >
        {common.noProject.text}
      </EmptyState>
    </Page>
  );
}

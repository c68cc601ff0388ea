import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../state/preferences';
import { Page } from '../ui/Page';

/** An address without a screen, or a thing that no longer exists. */
export function NotFound() {
  const { common } = useTexts();
  return (
    <Page title={common.states.notFoundTitle} purpose={common.states.notFoundText}>
      <Button component={Link} href="/inicio" variant="default">
        {common.states.goHome}
      </Button>
    </Page>
  );
}

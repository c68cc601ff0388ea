import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { WaveTable } from './WaveTable';

/** All waves of the project, in order of date. */
export function WavesScreen() {
  const { cleaning, people, waves: text } = useTexts();
  const list = useQueryMethod('wave.list', {});
  const waves = list.data?.waves ?? [];
  const importLink = (
    <Button component={Link} href="/mediciones/importar">
      {text.import}
    </Button>
  );
  return (
    <Page
      title={text.title}
      purpose={text.purpose}
      actions={
        waves.length > 0 && (
          <>
            <Button component={Link} href="/mediciones/personas" variant="default">
              {people.title}
            </Button>
            <Button component={Link} href="/mediciones/limpieza" variant="default">
              {cleaning.open}
            </Button>
            {importLink}
          </>
        )
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState progress={list.progress} />}
      {list.data && waves.length === 0 && (
        <EmptyState
          icon={IconFileImport}
          title={text.empty.title}
          steps={text.empty.steps}
          actions={importLink}
        >
          {text.empty.text}
        </EmptyState>
      )}
      {waves.length > 0 && <WaveTable waves={waves} />}
    </Page>
  );
}

import { Button } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../state/preferences';
import { EmptyState } from '../../ui/EmptyState';

/** What is still missing before anything can be compared. */
export function NothingToCompare(props: { hasWaves: boolean }) {
  const { comparison } = useTexts();
  const words = comparison.empty;
  if (!props.hasWaves) {
    return (
      <EmptyState
        icon={IconArrowsDiff}
        title={words.noWavesTitle}
        steps={[words.noWavesSteps.first, words.noWavesSteps.second, words.noWavesSteps.third]}
        actions={
          <Button component={Link} href="/mediciones/importar">
            {words.import}
          </Button>
        }
      >
        {words.noWaves}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconArrowsDiff}
      title={words.noIndicatorsTitle}
      actions={
        <Button component={Link} href="/indicadores">
          {words.createIndicator}
        </Button>
      }
    >
      {words.noIndicators}
    </EmptyState>
  );
}

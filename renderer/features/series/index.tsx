import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../state/preferences';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { SeriesBar } from './SeriesBar';
import { SeriesResultView } from './SeriesResultView';
import { useSeriesSpec } from './use-series-spec';

/** A register followed over time: what is counted above, what happened below, which follows each change. */
export default function SeriesScreen() {
  const { common, series } = useTexts();
  const draft = useSeriesSpec();
  const { register, spec } = draft;
  const seen = register?.waves.filter(({ id }) => spec?.waveIds.includes(id)) ?? [];
  return (
    <Page
      title={common.sections.series}
      purpose={series.purpose}
      marks={seen.some(({ isSynthetic }) => isSynthetic) && <SyntheticBadge />}
    >
      {draft.error && <ErrorState error={draft.error} onRetry={draft.retry} />}
      {draft.isLoading && <LoadingState />}
      {!draft.isLoading && !draft.error && !register && <NoRegister />}
      {register && spec && (
        <>
          <SeriesBar
            registers={draft.registers}
            register={register}
            spec={spec}
            onChange={draft.change}
            onRegister={draft.chooseRegister}
          />
          <SeriesResultView spec={spec} />
        </>
      )}
    </Page>
  );
}

/** No file with a date to follow. */
function NoRegister() {
  const { series } = useTexts();
  const words = series.empty;
  return (
    <EmptyState
      icon={IconChartLine}
      title={words.title}
      steps={[words.first, words.second, words.third]}
      actions={
        <Button component={Link} href="/mediciones/importar">
          {words.import}
        </Button>
      }
    >
      {words.text}
    </EmptyState>
  );
}

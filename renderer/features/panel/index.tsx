import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import type { Comparison } from '../../../shared/domain/comparison';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { PanelBar } from './PanelBar';
import { PanelResultView } from './PanelResultView';
import { usePanelSpec } from './use-panel-spec';

/** Who was found again, for the comparison in the address or the one being made. */
export default function PanelScreen() {
  const { comparison, panelUi } = useTexts();
  const { id } = useParams<{ id?: string }>();
  const list = useQueryMethod('comparison.list', {});
  const saved = list.data?.comparisons.find((each) => each.id === id) ?? null;
  const back = useBack(null);
  if (list.error || !list.data) {
    return (
      <Page title={panelUi.title}>
        {list.error ? <ErrorState error={list.error} onRetry={list.retry} /> : <LoadingState />}
      </Page>
    );
  }
  if (id !== undefined && saved === null) {
    return (
      <Page title={panelUi.title} purpose={comparison.missing} back={back}>
        {null}
      </Page>
    );
  }
  return <PanelOf key={saved?.id ?? 'new'} saved={saved} />;
}

function useBack(saved: Comparison | null): { href: string; label: string } {
  const { common } = useTexts();
  return {
    href: saved ? `/comparacion/${saved.id}` : '/comparacion',
    label: saved?.name ?? common.sections.comparison,
  };
}

function PanelOf({ saved }: { saved: Comparison | null }) {
  const { common, panelUi } = useTexts();
  const draft = usePanelSpec(saved);
  const back = useBack(saved);
  const { spec } = draft;
  const seen = [draft.baseline, ...draft.followUps].filter(
    (wave) => wave !== null && (wave.id === spec?.baselineWaveId || wave.id === spec?.followUpWaveId),
  );
  return (
    <Page
      title={panelUi.title}
      purpose={panelUi.purpose}
      back={back}
      marks={seen.some((wave) => wave?.isSynthetic) && <SyntheticBadge />}
    >
      {draft.error && <ErrorState error={draft.error} onRetry={draft.retry} />}
      {draft.isLoading && <LoadingState />}
      {!draft.isLoading && !draft.error && !spec && (
        <EmptyState
          icon={IconUsersGroup}
          title={panelUi.noComparison}
          actions={
            <Button component={Link} href={back.href}>
              {common.sections.comparison}
            </Button>
          }
        />
      )}
      {spec && (
        <>
          <PanelBar draft={draft} spec={spec} />
          <PanelResultView spec={spec} />
        </>
      )}
    </Page>
  );
}

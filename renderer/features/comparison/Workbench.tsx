import { Button } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import type { Comparison } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { NothingToCompare } from './NothingToCompare';
import { ResultView } from './ResultView';
import { SavedPanel } from './SavedPanel';
import { SavePanel } from './SavePanel';
import { SpecBar } from './SpecBar';
import { useComparisonActions, useProposedName } from './use-comparison-actions';
import { useComparisonSpec } from './use-comparison-spec';

/** One comparison, saved or proposed: what is compared above, its result below, which follows each change. */
export function Workbench(props: { saved: Comparison | null; comparisons: readonly Comparison[] }) {
  const { common, comparison } = useTexts();
  const { locale } = useLocale();
  const { saved, comparisons } = props;
  const draft = useComparisonSpec(saved);
  const actions = useComparisonActions(saved, draft.spec, draft.reset);
  const proposedName = useProposedName(draft.spec);
  const [isListOpen, list] = useDisclosure(false);
  const [isSaveOpen, savePanel] = useDisclosure(false);
  const [isDesignOpen, design] = useDisclosure(false);
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const { spec } = draft;
  const canSave = spec !== null && spec.indicatorIds.length > 0 && spec.followUpWaveIds.length > 0;
  const save = () => (saved ? void actions.save(null) : savePanel.open());
  useHotkeys([['mod+S', () => canSave && draft.isDirty && save()]]);
  const compared = waves.filter(
    (wave) => spec?.baselineWaveId === wave.id || spec?.followUpWaveIds.includes(wave.id),
  );
  return (
    <Page
      title={saved?.name ?? common.sections.comparison}
      purpose={comparison.purpose}
      width={(spec?.followUpWaveIds.length ?? 0) > 1 ? 'full' : 'wide'}
      {...(saved ? { back: { href: '/comparacion', label: common.sections.comparison } } : {})}
      marks={compared.some((wave) => wave.isSynthetic) && <SyntheticBadge />}
      actions={
        <>
          <Button variant="default" onClick={list.open}>
            {comparison.savedList(formatNumber(comparisons.length, 0, locale))}
          </Button>
          {saved && draft.isDirty && (
            <Button variant="default" onClick={savePanel.open}>
              {comparison.saveAsNew}
            </Button>
          )}
          <Button disabled={!canSave || !draft.isDirty} loading={actions.isSaving} onClick={save}>
            {saved ? comparison.saveChanges : comparison.save}
          </Button>
        </>
      }
    >
      {draft.error && <ErrorState error={draft.error} onRetry={draft.retry} />}
      {draft.isLoading && <LoadingState />}
      {!draft.isLoading && !draft.error && (!draft.hasWaves || !draft.hasIndicators) && (
        <NothingToCompare hasWaves={draft.hasWaves} />
      )}
      {spec && draft.hasIndicators && (
        <>
          <SpecBar
            spec={spec}
            onChange={draft.change}
            designPanel={{ isOpen: isDesignOpen, open: design.open, close: design.close }}
          />
          <ResultView spec={spec} onDesign={design.open} />
        </>
      )}
      <SavedPanel
        isOpen={isListOpen}
        onClose={list.close}
        comparisons={comparisons}
        openId={saved?.id ?? null}
      />
      <SavePanel
        isOpen={isSaveOpen}
        proposedName={proposedName}
        isSaving={actions.isSaving}
        onClose={savePanel.close}
        onSave={(name) => void actions.save(name).then((isKept) => isKept && savePanel.close())}
      />
    </Page>
  );
}

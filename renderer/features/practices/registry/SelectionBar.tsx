import { Button, Group } from '@mantine/core';
import { IconColumns2, IconPlus } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { useDoneToast } from '../../../state/toasts';
import classes from './registry.module.css';
import { useAdding } from './use-adding';
import { useExport } from './use-export';
import type { Registry } from './use-registry';

/** What can be done with the selected records together. */
export function SelectionBar({ registry: state }: { registry: Registry }) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const chosen = state.all.filter(({ key }) => state.selected.has(key));
  if (chosen.length === 0) return null;
  const [first, second] = chosen;
  const own = chosen.flatMap(({ practice }) => practice ?? []);
  const slugs = chosen.flatMap(({ practice, slug }) => (practice === null && slug !== null ? [slug] : []));
  const address =
    chosen.length === 2 && first && second
      ? `/practicas/comparar?a=${encodeURIComponent(first.key)}&b=${encodeURIComponent(second.key)}`
      : null;
  const count = formatNumber(chosen.length, 0, locale);
  return (
    <div className={classes.selection} role="status">
      <strong>{chosen.length === 1 ? registry.oneSelected : registry.selected(count)}</strong>
      <Group gap="xs">
        {address === null ? (
          <span className={classes.quiet}>{registry.compareHint}</span>
        ) : (
          <Button
            size="compact-sm"
            leftSection={<IconColumns2 size={14} aria-hidden />}
            onClick={() => navigate(address)}
          >
            {registry.compareSelected}
          </Button>
        )}
        {own.length > 0 && <ExportButtons practiceIds={own.map(({ id }) => id)} />}
        {slugs.length > 0 && <AddButton slugs={slugs} onAdded={state.unselect} />}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={state.unselect}>
          {registry.unselect}
        </Button>
      </Group>
    </div>
  );
}

function ExportButtons(props: { practiceIds: Parameters<ReturnType<typeof useExport>>[0] }) {
  const { registry } = useTexts();
  const exportFile = useExport();
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => void exportFile(props.practiceIds, 'json')}>
        {registry.exportJson}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void exportFile(props.practiceIds, 'csv')}>
        {registry.exportCsv}
      </Button>
    </>
  );
}

function AddButton(props: { slugs: readonly string[]; onAdded: () => void }) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const say = useDoneToast();
  const { addMany, isRunning } = useAdding();
  async function add(): Promise<void> {
    const added = await addMany(props.slugs);
    say(registry.catalogue.addedMany(formatNumber(added, 0, locale)));
    props.onAdded();
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={isRunning}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => void add()}
    >
      {registry.catalogue.addSelected}
    </Button>
  );
}

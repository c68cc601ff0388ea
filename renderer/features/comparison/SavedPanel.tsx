import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Comparison } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { SidePanel } from '../../ui/SidePanel';
import classes from './comparison.module.css';

/** The comparisons kept in the project: open one, delete one, or begin another. */
export function SavedPanel(props: {
  isOpen: boolean;
  onClose: () => void;
  comparisons: readonly Comparison[];
  openId: string | null;
}) {
  const { comparison } = useTexts();
  return (
    <SidePanel
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={comparison.savedTitle}
      footer={
        <Button component={Link} href="/comparacion" variant="default" onClick={props.onClose}>
          {comparison.newOne}
        </Button>
      }
    >
      {props.comparisons.length === 0 ? (
        <Text c="dimmed">{comparison.savedEmpty}</Text>
      ) : (
        <ul className={classes.saved}>
          {props.comparisons.map((each) => (
            <SavedLine
              key={each.id}
              comparison={each}
              isOpen={each.id === props.openId}
              onOpen={props.onClose}
            />
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

function SavedLine(props: { comparison: Comparison; isOpen: boolean; onOpen: () => void }) {
  const { common, comparison: text } = useTexts();
  const { announceDeletion } = useHistory();
  const { run } = useCommand('comparison.remove');
  const summary = useSpecSummary(props.comparison);
  const { comparison } = props;
  async function remove(): Promise<void> {
    const done = await run({ comparisonId: comparison.id });
    if (done) announceDeletion(text.deleted(comparison.name));
  }
  const label = `${common.actions.delete}: ${comparison.name}`;
  return (
    <li aria-current={props.isOpen || undefined}>
      <Link href={`/comparacion/${comparison.id}`} onClick={props.onOpen} className={classes.savedLink}>
        <strong>{comparison.name}</strong>
        <span>{summary}</span>
      </Link>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => void remove()}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** A saved comparison in a few words: indicators, breakdown and design. */
function useSpecSummary({ spec }: Pick<Comparison, 'spec'>): string {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const nameOf = (id: string) => waves.find((wave) => wave.id === id)?.name ?? '?';
  const count = spec.indicatorIds.length;
  const labels = spec.breakdown.map((id) => byId.get(id)?.label ?? '?');
  return [
    [spec.baselineWaveId, ...spec.followUpWaveIds].map(nameOf).join(' → '),
    count === 1 ? comparison.oneIndicator : comparison.indicatorsCount(formatNumber(count, 0, locale)),
    labels.length === 0 ? null : comparison.by(labels.join(comparison.and)),
    comparison.designSentence[spec.linkage],
    comparison.designSentence[spec.audience],
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

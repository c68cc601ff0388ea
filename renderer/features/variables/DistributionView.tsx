import { Text, Title } from '@mantine/core';
import type { Distribution } from '../../../shared/domain/comparison';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { DistributionBars } from './DistributionBars';
import { hasDistribution } from './variable-words';
import classes from './variables.module.css';

/** How a variable was answered in each wave: bars with counts; groups too small to show say so. */
export function DistributionView(props: { variable: Variable; waves: readonly Wave[] }) {
  const { variable, waves } = props;
  const { variables } = useTexts();
  const text = variables.panel;
  const canCount = hasDistribution(variable) && waves.length > 0;
  const answer = useQueryMethod(
    'variable.distribution',
    canCount
      ? {
          variableId: variable.id,
          waveIds: waves.map((wave) => wave.id),
          breakdown: [],
          audience: 'internal',
        }
      : null,
  );
  return (
    <section>
      <Title order={3} mb={8}>
        {text.distribution}
      </Title>
      {!canCount && (
        <Text c="dimmed">{waves.length === 0 ? text.distributionNoWaves : text.distributionNone}</Text>
      )}
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState progress={answer.progress} />}
      {answer.data?.isMultiple && (
        <Text size="sm" c="dimmed" mb={8}>
          {text.multipleNote}
        </Text>
      )}
      {answer.data?.groups.map((group) => {
        const wave = waves.find((entry) => entry.id === group.waveId);
        return (
          <div key={group.waveId} className={classes.group}>
            <div className={classes.groupHead}>
              {wave && <MomentBadge moment={wave.moment} label={wave.name} />}
              <GroupCounts group={group} />
            </div>
            {group.status === 'suppressed' && <ProtectedFigure />}
            {group.status === 'empty' && <Text c="dimmed">{text.emptyWave}</Text>}
            {group.status === 'shown' && wave && answer.data && (
              <DistributionBars
                options={answer.data.options}
                counts={group.counts}
                n={group.n}
                fullShare={largestShare(answer.data)}
                moment={wave.moment}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

/** The largest share of any answer in any wave; 0 where nothing is shown. */
function largestShare(distribution: Distribution): number {
  const shares = distribution.groups.flatMap(({ n, counts }) =>
    counts.map((count) => (count === null || !n ? 0 : count / n)),
  );
  return Math.max(0, ...shares);
}

/** Who answered, who did not, and those to whom the question was not put where there are any. */
function GroupCounts({ group }: { group: Distribution['groups'][number] }) {
  const { variables } = useTexts();
  const { locale } = useLocale();
  if (group.n === null) return null;
  const { panel } = variables;
  const write = (count: number) => formatNumber(count, 0, locale);
  const parts = [
    panel.people(write(group.n)),
    group.missing !== null && panel.missingCount(write(group.missing)),
    group.notApplicable === null && panel.notApplicableFew,
    Boolean(group.notApplicable) && panel.notApplicableCount(write(group.notApplicable ?? 0)),
  ];
  return (
    <Text span size="sm" c="dimmed">
      {parts.filter((part) => part !== false).join(' · ')}
    </Text>
  );
}

import { Progress as Bar } from '@mantine/core';
import type { Progress } from '../../shared/contract';
import { formatNumber, formatPercent } from '../../shared/text/format';
import { useLocale, useTexts } from '../state/preferences';
import classes from './states.module.css';

/** One job's stage and how far it has come; an unknown share moves without a figure. */
export function ProgressBar(props: { progress: Progress | null; label?: string }) {
  const { common } = useTexts();
  const { locale } = useLocale();
  const { progress } = props;
  const stage = progress === null ? common.states.loading : common.stages[progress.stage];
  const share = progress?.share ?? null;
  const amount =
    progress !== null && progress.done !== null && progress.total !== null
      ? common.jobs.ofTotal(formatNumber(progress.done, 0, locale), formatNumber(progress.total, 0, locale))
      : null;
  const figure = amount ?? (share === null ? '' : formatPercent(share, 0, locale));
  return (
    <div>
      <div className={classes.loadingLine}>
        <span role="status">{props.label ?? stage}</span>
        <span>{figure}</span>
      </div>
      <Bar
        mt={6}
        size="xs"
        value={share === null ? 100 : share * 100}
        striped={share === null}
        animated={share === null}
        aria-label={props.label ?? stage}
      />
    </div>
  );
}

import { Text, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import type { Answer } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './columns.module.css';
import { FailureList } from './FailureList';
import importClasses from './import.module.css';
import { ReadAs } from './ReadAs';
import { UndecidedText } from './UndecidedText';
import type { ColumnTrial } from './use-column-trial';

const kinds = ['kept', 'missing', 'notApplicable', 'failed', 'blank'] as const;

/** What the plan as it stands makes of the column's cells, counted over the whole file, with what is not understood. */
export function ColumnOutcome(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  trial: Answer<'import.column'>;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { trial, plan, profile, onChange } = props;
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  if (plan.action === 'drop') return null;
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <section>
      <Title order={3} mb={8}>
        {text.panel.resultTitle}
      </Title>
      <UndecidedText plan={plan} profile={profile} onChange={onChange} />
      {trial.error && <ErrorState error={trial.error} onRetry={trial.retry} />}
      {trial.isLoading && <LoadingState label={text.panel.resultLoading} progress={trial.progress} />}
      {trial.data && (
        <>
          <OutcomeBar trial={trial.data} isStale={trial.isStale} />
          <ReadAs plan={plan} profile={profile} trial={trial.data} />
          {trial.data.outside > 0 && (
            <p className={importClasses.explain}>{text.panel.outside(number(trial.data.outside))}</p>
          )}
          {trial.data.failed === 0 ? (
            plan.type !== 'text' && <p className={importClasses.explain}>{text.panel.failedNone}</p>
          ) : (
            <div className={classes.block}>
              <Text size="sm" c="var(--lb-warning-text)" mb={8}>
                {text.panel.failedText(
                  formatCount(trial.data.failed, text.panel.failedCell, text.panel.failedCells, locale),
                  number(trial.data.failedDistinct),
                )}
              </Text>
              <FailureList plan={plan} trial={trial.data} onChange={onChange} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function OutcomeBar({ trial, isStale }: { trial: ColumnTrial; isStale: boolean }) {
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const sum = (codes: readonly { count: number }[]) => codes.reduce((total, { count }) => total + count, 0);
  const counts = {
    kept: trial.kept,
    missing: sum(trial.missing),
    notApplicable: sum(trial.notApplicable),
    failed: trial.failed,
    blank: trial.blank,
  };
  const shown = kinds.filter((kind) => kind === 'kept' || counts[kind] > 0);
  return (
    <>
      <div className={classes.bar} data-stale={isStale || undefined} aria-hidden>
        {shown.map((kind) => (
          <span
            key={kind}
            className={classes.part}
            data-kind={kind}
            style={{ flexGrow: counts[kind], flexBasis: counts[kind] > 0 ? 3 : 0 }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {shown.map((kind) => (
          <li key={kind}>
            <span className={classes.key} data-kind={kind} aria-hidden />
            {text.panel[kind]} {number(counts[kind])}
          </li>
        ))}
        <li className={classes.quiet}>{text.panel.ofRows(number(trial.rows))}</li>
      </ul>
    </>
  );
}

import { Button } from '@mantine/core';
import type { Practice } from '../../../shared/domain/practice';
import type { PracticeStep } from '../../../shared/methods/practice';
import { formatInstant } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import { Tag } from '../../ui/Tag';
import classes from './practices.module.css';

/** The states in which a record was saved, each of which can be brought back. */
export function HistoryPanel(props: { practice: Practice; isOpen: boolean; onClose: () => void }) {
  const { registry } = useTexts();
  const { practice, isOpen } = props;
  const history = useQueryMethod('practice.history', isOpen ? { practiceId: practice.id } : null);
  const steps = history.data?.steps ?? [];
  return (
    <SidePanel isOpen={isOpen} onClose={props.onClose} title={registry.history.title}>
      <p className={classes.sectionHelp}>{registry.history.intro}</p>
      {history.error && <ErrorState error={history.error} onRetry={history.retry} />}
      {history.isLoading && <LoadingState />}
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <HistoryLine
            key={step.step}
            step={step}
            practice={practice}
            isRenamed={step.title !== (steps[index - 1]?.title ?? practice.title)}
          />
        ))}
      </ol>
    </SidePanel>
  );
}

function HistoryLine(props: { step: PracticeStep; practice: Practice; isRenamed: boolean }) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const say = useDoneToast();
  const { run, isRunning } = useCommand('practice.restore');
  const words = registry.history;
  const { step } = props;
  const instant = formatInstant(step.at, locale);
  async function restore(): Promise<void> {
    if (await run({ practiceId: props.practice.id, step: step.step })) say(words.restored(instant));
  }
  return (
    <li>
      <div>
        <span className={classes.stepWhen}>{instant}</span>
        <span className={classes.stepWhat}>{words[step.action]}</span>
        {props.isRenamed && <span className={classes.stepWhat}>{words.titled(step.title)}</span>}
      </div>
      {step.isCurrent ? (
        <Tag tone="accent">{words.current}</Tag>
      ) : (
        step.action !== 'removed' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isRunning}
            aria-label={words.restoreAt(instant)}
            onClick={() => void restore()}
          >
            {words.restore}
          </Button>
        )
      )}
    </li>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { InstrumentId } from '../../../../shared/domain/ids';
import { formatDayOf } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { useUndoToast } from '../../../state/toasts';
import { useCommand } from '../../../state/use-command';
import { useHistory } from '../../../state/use-history';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingState } from '../../../ui/LoadingState';
import { SidePanel } from '../../../ui/SidePanel';
import { Consequence } from './Consequence';
import classes from './design.module.css';
import { clusterCount, type DesignDraft } from './design-draft';
import { GroupsQuestion } from './GroupsQuestion';
import { CoverageQuestion, LinkageQuestion } from './PeopleQuestions';
import { useDesign } from './use-design';
import { WeightsQuestion } from './WeightsQuestion';

/**
 * How the waves of an instrument were drawn, asked in four questions. `start` is the design to begin from, null that
 * of the project. Saving declares it for the project; `onTry` takes it without declaring it.
 */
export function DesignPanel(props: {
  instrumentId: InstrumentId | null;
  start: DesignDraft | null;
  isOpen: boolean;
  onClose: () => void;
  onSaved?: (design: DesignDraft) => void;
  onTry?: (design: DesignDraft) => void;
}) {
  const { instrumentId, start, isOpen, onClose, onTry } = props;
  const { common, design: words } = useTexts();
  const { undo } = useHistory();
  const announce = useUndoToast(undo);
  const known = useDesign(isOpen ? instrumentId : null);
  const { run, isRunning, error, reset } = useCommand('design.save', { isQuiet: true });
  const [edited, setEdited] = useState<DesignDraft | null>(null);
  useEffect(() => {
    if (isOpen) return;
    setEdited(null);
    reset();
  }, [isOpen, reset]);
  const draft = edited ?? start ?? known.declared ?? known.proposal;

  async function save(): Promise<void> {
    if (draft === null || instrumentId === null) return;
    const { coverage, linkage, sampling } = draft;
    const saved = await run({ instrumentId, coverage, linkage, sampling });
    if (!saved) return;
    announce(words.saved(known.instrumentName));
    props.onSaved?.(draft);
    onClose();
  }
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      size={600}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          {onTry && (
            <Button
              variant="default"
              disabled={edited === null}
              onClick={() => {
                if (edited) onTry(edited);
                onClose();
              }}
            >
              {words.tryHere}
            </Button>
          )}
          <Button onClick={() => void save()} loading={isRunning} disabled={draft === null}>
            {words.save}
          </Button>
        </>
      }
    >
      {known.error && <ErrorState error={known.error} onRetry={known.retry} />}
      {known.isLoading && <LoadingState />}
      {draft && !known.isLoading && (
        <>
          <p className={classes.purpose}>{words.purpose(known.instrumentName)}</p>
          <Stand declaredAt={known.declared?.declaredAt ?? null} />
          <CoverageQuestion draft={draft} known={known} onChange={setEdited} />
          <LinkageQuestion draft={draft} known={known} onChange={setEdited} />
          <GroupsQuestion draft={draft} known={known} onChange={setEdited} />
          <WeightsQuestion draft={draft} known={known} onChange={setEdited} />
          <Consequence draft={draft} clusters={clusterCount(draft, known.hints)} />
          {error && <ErrorState error={error} />}
        </>
      )}
    </SidePanel>
  );
}

function Stand(props: { declaredAt: string | null }) {
  const { design } = useTexts();
  const { locale } = useLocale();
  return (
    <p className={classes.stand}>
      {props.declaredAt === null
        ? design.notDeclared
        : design.declaredOn(formatDayOf(props.declaredAt, locale))}
    </p>
  );
}

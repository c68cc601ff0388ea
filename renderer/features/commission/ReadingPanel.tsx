import { Button, Text } from '@mantine/core';
import { withSheet, withUnknown } from '../../../shared/commissions/score-sheet';
import type { MethodOutput } from '../../../shared/contract';
import type { Commission } from '../../../shared/domain/commission';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import classes from './commission.module.css';
import { ProblemList } from './ProblemList';
import type { CommissionEditing } from './use-commission-editor';
import type { ScoreSheet } from './use-score-sheet';

export type SheetReading = MethodOutput<'commission.readScores'>;

/** What a spreadsheet holds, before anything of it is taken. */
export function ReadingPanel(props: {
  commission: Commission;
  editing: CommissionEditing;
  sheet: ScoreSheet;
}) {
  const { commissionUi, common } = useTexts();
  const { locale } = useLocale();
  const say = useDoneToast();
  const { fileId, close } = props.sheet;
  const reading = useQueryMethod(
    'commission.readScores',
    fileId === null ? null : { commissionId: props.commission.id, fileId },
  );
  const words = commissionUi.reading;
  const found = fileId === null ? undefined : reading.data;
  const count = formatNumber(found?.scores.length ?? 0, 0, locale);
  function take(): void {
    if (!found) return;
    props.editing.change((form) => withSheet(form, found));
    say(words.taken(count));
    close();
  }
  return (
    <SidePanel
      isOpen={fileId !== null}
      onClose={close}
      title={words.title}
      size={560}
      footer={
        found && found.scores.length > 0 ? (
          <Button onClick={take}>{words.take(count)}</Button>
        ) : (
          <Button variant="default" onClick={close}>
            {common.actions.close}
          </Button>
        )
      }
    >
      {reading.isLoading && <LoadingState label={words.reading} />}
      {reading.error && <ErrorState error={reading.error} />}
      {found && <Reading found={found} editing={props.editing} />}
    </SidePanel>
  );
}

function Reading({ found, editing }: { found: SheetReading; editing: CommissionEditing }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionUi.reading;
  const number = (value: number): string => formatNumber(value, 0, locale);
  // Those of an unknown criterion, practice or evaluator are told once, above.
  const problems = found.problems.filter(({ reason }) => !reason.endsWith('-unknown'));
  return (
    <>
      <Text fw={600}>{found.scores.length > 0 ? words.found(number(found.scores.length)) : words.none}</Text>
      {found.changes.length > 0 && <Text>{words.changes(number(found.changes.length))}</Text>}
      <Unknown found={found} editing={editing} />
      {problems.length > 0 && <ProblemList problems={problems} />}
      {found.ignoredTables.length > 0 && (
        <Text c="dimmed" size="sm" mt="md">
          {words.ignored(found.ignoredTables.join(', '))}
        </Text>
      )}
    </>
  );
}

function Unknown({ found, editing }: { found: SheetReading; editing: CommissionEditing }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionUi.reading;
  const waiting = found.problems.filter(({ reason }) => reason.endsWith('-unknown')).length;
  const { criteria, candidates, evaluators } = found.unknown;
  if (criteria.length + candidates.length + evaluators.length === 0) return null;
  async function add(): Promise<void> {
    editing.change((form) => withUnknown(form, found.unknown));
    await editing.flush();
  }
  return (
    <div className={classes.unknown}>
      <p>{words.unknown}</p>
      <ul>
        {criteria.length > 0 && <li>{words.unknownCriteria(criteria.join(', '))}</li>}
        {candidates.length > 0 && <li>{words.unknownCandidates(candidates.join(', '))}</li>}
        {evaluators.length > 0 && <li>{words.unknownEvaluators(evaluators.join(', '))}</li>}
      </ul>
      {waiting > 0 && <p>{words.waiting(formatNumber(waiting, 0, locale))}</p>}
      <Button size="xs" onClick={() => void add()}>
        {words.addUnknown}
      </Button>
    </div>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import type { ColumnPlan } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { AnswerRecodes } from './AnswerRecodes';
import { ColumnBasics } from './ColumnBasics';
import { ColumnForms } from './ColumnForms';
import { ColumnOptions } from './ColumnOptions';
import { ColumnOutcome } from './ColumnOutcome';
import { ColumnSource } from './ColumnSource';
import type { ColumnRow } from './column-facts';
import { columnName } from './column-words';
import type { Reading } from './draft';
import { MissingCodes } from './MissingCodes';
import { StandardList } from './StandardList';
import { TextPrivacy } from './TextPrivacy';
import { TopValues } from './TopValues';
import { TypeCandidates } from './TypeCandidates';
import { useColumnTrial } from './use-column-trial';

/** Everything that can be corrected about one column, with what it rests on and what follows from it. */
export function ColumnPanel(props: {
  row: ColumnRow;
  reading: Reading | null;
  onChange: (change: Partial<ColumnPlan>) => void;
  onClose: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}) {
  const { row, onChange } = props;
  const { plan, profile } = row;
  const { common, import: text } = useTexts();
  const trial = useColumnTrial(props.reading, plan);
  const given = { plan, profile, onChange };
  const isStored = plan.action === 'keep';
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={columnName(plan)}
      size={640}
      footer={
        <Group justify="space-between" flex={1}>
          <Group gap={8}>
            <Button variant="default" disabled={!props.onPrevious} onClick={() => props.onPrevious?.()}>
              {text.columnPanel.previous}
            </Button>
            <Button variant="default" disabled={!props.onNext} onClick={() => props.onNext?.()}>
              {text.columnPanel.next}
            </Button>
          </Group>
          <Button onClick={props.onClose}>{common.actions.accept}</Button>
        </Group>
      }
    >
      <Stack gap={32}>
        <ColumnSource row={row} trial={trial.data} />
        <ColumnOutcome plan={plan} profile={profile} trial={trial} onChange={onChange} />
        <ColumnBasics {...given} reading={props.reading} />
        {plan.action !== 'drop' && <MissingCodes {...given} />}
        {isStored && (
          <>
            <TextPrivacy {...given} />
            <ColumnOptions plan={plan} onChange={onChange} />
            <StandardList {...given} />
            <AnswerRecodes plan={plan} trial={trial.data} onChange={onChange} />
          </>
        )}
        <ColumnForms profile={profile} />
        {plan.parts.length === 0 && <TypeCandidates {...given} />}
        <TopValues profile={profile} />
      </Stack>
    </SidePanel>
  );
}

import { Select } from '@mantine/core';
import type { VariableId } from '../../../shared/domain/ids';
import { useTexts } from '../../state/preferences';
import { addEdit, asNewVariable, asVariable } from './draft';
import type { ImportWork } from './use-import-draft';

const newVariable = 'new';
const drop = 'drop';

/** What a column of the file is: one of the instrument's variables, a new one, or not kept. */
export function MatchDecision(props: {
  work: ImportWork;
  source: number;
  proposedId: VariableId | null;
  isRepeated: boolean;
}) {
  const { work, source } = props;
  const { import: text } = useTexts();
  const { instrument } = work;
  const column = work.columns.find((entry) => entry.source === source);
  const own = work.ownColumns.find((entry) => entry.source === source);
  if (!instrument || !column || !own) return null;
  const chosen = column.action === 'drop' ? drop : (column.variableId ?? newVariable);

  function decide(value: string | null): void {
    if (!instrument || !own) return;
    const variable = instrument.variables.find((entry) => entry.id === value);
    const change =
      value === drop
        ? ({ action: 'drop' } as const)
        : variable
          ? asVariable(variable)
          : asNewVariable(own, instrument);
    work.change({ decisions: addEdit(work.draft.decisions, source, change) });
  }
  return (
    <Select
      aria-label={`${text.match.decision}: ${column.header}`}
      searchable
      error={props.isRepeated}
      data={[
        { value: newVariable, label: text.match.newVariable },
        { value: drop, label: text.match.dropColumn },
        ...instrument.variables.map((variable) => ({
          value: variable.id,
          label:
            variable.id === props.proposedId
              ? text.match.itIsTheSame
              : text.match.sameVariable(variable.label),
        })),
      ]}
      value={chosen}
      onChange={decide}
      comboboxProps={{ width: 420, position: 'bottom-end' }}
    />
  );
}

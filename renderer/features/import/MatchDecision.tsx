import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { VariableId } from '../../../shared/domain/ids';
import type { ColumnMatch } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import {
  answersFor,
  choose,
  isWellFounded,
  type MatchChoice,
  matchAnswers,
  offeredAnswer,
} from './match-choices';
import type { ImportWork } from './use-import-draft';

/** What to do about one difference: the proposal to accept, every other possibility, and a note on why. */
export function MatchDecision(props: {
  match: ColumnMatch;
  source: number;
  work: ImportWork;
  isRepeated: boolean;
  /** The proposal holds unless something else is chosen. */
  isOptional: boolean;
}) {
  const { match, source, work } = props;
  const { import: text, importColumns: words } = useTexts();
  const { instrument } = work;
  const choice = work.draft.choices[source];
  const [hasNote, setHasNote] = useState((choice?.note ?? '') !== '');
  const variable = instrument?.variables.find(({ id }) => id === match.variableId);
  const answers = answersFor(match, variable, choice);
  const offered = offeredAnswer(match, choice);
  const answer = choice?.answer ?? (props.isOptional ? offered : null);
  const rivals = new Set<string>(match.proposal?.rivals.map(({ variableId }) => variableId));
  const others = (instrument?.variables ?? []).filter(({ id }) => id !== match.variableId);
  function decide(change: Partial<MatchChoice>): void {
    work.change({ choices: choose(work.draft.choices, source, change) });
  }
  function pick(value: string | null): void {
    const picked = matchAnswers.find((entry) => entry === value);
    if (picked === 'new' || picked === 'drop') decide({ answer: picked, variableId: null });
    else if (picked) decide({ answer: picked });
    else if (value !== null) decide({ answer: null, variableId: VariableId.parse(value), recodes: [] });
  }
  const label = `${text.match.decision}: ${match.header}`;
  const group = (name: string, items: { value: string; label: string }[]) =>
    items.length > 0 ? [{ group: name, items }] : [];
  const options = answers.map((value) => ({ value, label: words.match.options[value] }));
  const isSame = ({ value }: { value: string }) => value !== 'new' && value !== 'drop';
  return (
    <div>
      {answer === null && offered !== null && (
        <Button
          fullWidth
          mb={8}
          variant={isWellFounded(match) ? 'light' : 'default'}
          onClick={() => decide({ answer: offered })}
          styles={{
            label: { whiteSpace: 'normal', lineHeight: 1.4, height: 'auto' },
            root: { height: 'auto', paddingBlock: 6 },
          }}
        >
          {words.match.accept(words.match.answers[offered])}
        </Button>
      )}
      <Select
        aria-label={label}
        placeholder={words.match.choose}
        searchable
        error={props.isRepeated}
        data={[
          ...group(words.match.groups.same, options.filter(isSame)),
          ...group(
            words.match.groups.other,
            options.filter((option) => !isSame(option)),
          ),
          ...group(
            words.match.groups.variables,
            [...others]
              .sort((left, right) => Number(rivals.has(right.id)) - Number(rivals.has(left.id)))
              .map(({ id, label: name }) => ({ value: id, label: text.match.sameVariable(name) })),
          ),
        ]}
        value={answer}
        onChange={pick}
        {...(!choice?.answer ? {} : { leftSection: <IconCheck size={16} aria-hidden /> })}
        comboboxProps={{ width: 440, position: 'bottom-end' }}
      />
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          {choice?.answer ? words.match.decided : ''}
        </Text>
        {!hasNote && (
          <Button variant="subtle" size="compact-xs" onClick={() => setHasNote(true)}>
            {words.match.noteAdd}
          </Button>
        )}
      </Group>
      {hasNote && (
        <Textarea
          autosize
          maxLength={500}
          aria-label={`${words.match.noteLabel}: ${match.header}`}
          placeholder={words.match.notePlaceholder}
          value={choice?.note ?? ''}
          onChange={(event) => decide({ note: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

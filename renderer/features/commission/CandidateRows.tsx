import { Button, Group, TextInput } from '@mantine/core';
import { IconFolderDown, IconPlus } from '@tabler/icons-react';
import { keptNames } from '../../../shared/commissions/row-names';
import { freeId } from '../../../shared/commissions/score-sheet';
import type { Candidate } from '../../../shared/domain/commission';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import classes from './commission.module.css';
import { NameBox } from './NameBox';
import { RemoveButton } from './RemoveButton';
import type { CommissionEditing } from './use-commission-editor';

/** The practices put forward: typed, or brought from the project's own records. */
export function CandidateRows({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  const records = useQueryMethod('practice.list', {}).data?.practices ?? [];
  const { candidates, scores } = editing.form;
  const missing = records.filter(
    ({ id, archivedAt, kind }) =>
      archivedAt === null && kind !== 'commission' && !candidates.some(({ practiceId }) => practiceId === id),
  );
  const kept = keptNames(candidates, words.candidateName);
  const change = (id: string, part: Partial<Candidate>): void =>
    editing.change((form) => ({
      candidates: form.candidates.map((each) => (each.id === id ? { ...each, ...part } : each)),
    }));
  function add(found: readonly Omit<Candidate, 'id'>[]): void {
    editing.change((form) => {
      const all = [...form.candidates];
      for (const each of found) all.push({ ...each, id: freeId('practica', all) });
      return { candidates: all };
    });
  }
  return (
    <>
      {candidates.length > 0 && (
        <div className={classes.candidate} data-look="head" aria-hidden>
          <span>{words.columns.practice}</span>
          <span>{words.municipality}</span>
        </div>
      )}
      <ol className={classes.rows}>
        {candidates.map(({ id, name, municipality }, index) => {
          const number = String(index + 1);
          return (
            <li key={id} className={classes.candidate}>
              <NameBox
                aria-label={words.candidateName(number)}
                placeholder={words.candidateName(number)}
                maxLength={300}
                value={name}
                kept={kept.get(id)}
                onChange={(next) => change(id, { name: next })}
              />
              <TextInput
                aria-label={words.municipalityOf(number)}
                placeholder={words.municipality}
                maxLength={200}
                value={municipality}
                onChange={(event) => change(id, { municipality: event.currentTarget.value })}
              />
              <RemoveButton
                name={name || words.candidateName(number)}
                scores={scores.filter(({ candidateId }) => candidateId === id).length}
                editing={editing}
                onClick={() =>
                  editing.change((form) => ({ candidates: form.candidates.filter((each) => each.id !== id) }))
                }
              />
            </li>
          );
        })}
      </ol>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add([{ name: '', municipality: '', practiceId: null }])}
        >
          {words.addCandidate}
        </Button>
        {missing.length > 0 && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconFolderDown size={14} aria-hidden />}
            onClick={() =>
              add(
                missing.map(({ id, title, municipality }) => ({ name: title, municipality, practiceId: id })),
              )
            }
          >
            {words.addFromProject}
          </Button>
        )}
      </Group>
    </>
  );
}

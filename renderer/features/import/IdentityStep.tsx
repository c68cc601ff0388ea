import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../state/preferences';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import { withIdentifier } from './draft';
import { IdentityRow } from './IdentityRow';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';

const noIdentifier = 'none';

/** Columns that tell who answered, and what becomes of each before anything is stored. */
export function IdentityStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { import: text } = useTexts();
  const [added, setAdded] = useState<readonly number[]>([]);
  const carriesIdentity = (source: number) =>
    added.includes(source) ||
    inspection.columns.some(
      (profile) =>
        profile.proposal.source === source && (profile.identityEvidence || profile.proposal.identity),
    );
  const identity = work.columns.filter(
    (column) =>
      carriesIdentity(column.source) || column.action === 'pseudonymise' || column.role === 'identifier',
  );
  const others = work.columns.filter((column) => !identity.includes(column) && column.action === 'keep');
  const identifier = work.columns.find((column) => column.role === 'identifier' && column.action !== 'drop');
  return (
    <StepFrame
      title={text.identity.title}
      text={text.identity.text}
      onBack={props.onBack}
      onNext={props.onNext}
    >
      {identity.length === 0 ? (
        <EmptyState title={text.identity.none}>{text.identity.noneHint}</EmptyState>
      ) : (
        identity.map((column) => (
          <IdentityRow
            key={column.source}
            column={column}
            profile={inspection.columns.find((profile) => profile.proposal.source === column.source)}
            onChange={(change) => work.editColumns({ [column.source]: change })}
          />
        ))
      )}
      <Stack gap={24} mt={32} maw={560}>
        <Select
          label={text.identity.addLabel}
          placeholder={text.identity.addPlaceholder}
          searchable
          value={null}
          data={others.map((column) => ({
            value: String(column.source),
            label: column.header || column.label,
          }))}
          onChange={(value) => {
            if (value === null) return;
            setAdded([...added, Number(value)]);
            work.editColumns({ [Number(value)]: { action: 'pseudonymise' } });
          }}
        />
      </Stack>
      <div style={{ marginBlockStart: 40 }}>
        <Section title={<Term name="matched" />}>
          <Select
            maw={560}
            label={text.identity.identifierLabel}
            description={text.identity.identifierHelp}
            searchable
            data={[
              { value: noIdentifier, label: text.identity.identifierNone },
              ...work.columns
                .filter((column) => column.action !== 'drop')
                .map((column) => ({ value: String(column.source), label: column.header || column.label })),
            ]}
            value={identifier ? String(identifier.source) : noIdentifier}
            onChange={(value) =>
              work.editColumns(withIdentifier(work.columns, value === noIdentifier ? null : Number(value)))
            }
          />
        </Section>
      </div>
    </StepFrame>
  );
}

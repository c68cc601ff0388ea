import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import { IdentityPerson } from './IdentityPerson';
import { IdentityRow } from './IdentityRow';
import { IdentityTexts } from './IdentityTexts';
import { IdentityVault } from './IdentityVault';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';

/** What tells who answered: columns, texts, several columns together; and what becomes of each before anything is stored. */
export function IdentityStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { import: text, importColumns: words } = useTexts();
  const [added, setAdded] = useState<readonly number[]>([]);
  const vault = useQueryMethod('vault.status', {});
  const profileOf = new Map(inspection.columns.map((profile) => [profile.proposal.source, profile]));
  const identity = work.columns.filter((column) => {
    const profile = profileOf.get(column.source);
    // The pieces of an identifier are told with it.
    if (profile && profile.partOf !== null) return false;
    const isFound = profile !== undefined && (profile.identityEvidence || profile.proposal.identity);
    return (
      isFound ||
      added.includes(column.source) ||
      column.action === 'pseudonymise' ||
      column.role === 'identifier'
    );
  });
  const others = work.columns.filter((column) => !identity.includes(column) && column.action === 'keep');
  const isPseudonymised = work.columns.some(({ action }) => action === 'pseudonymise');
  const isBlocked = isPseudonymised && vault.data?.isLocked === true;
  return (
    <StepFrame
      title={text.identity.title}
      text={text.identity.text}
      onBack={props.onBack}
      onNext={props.onNext}
      canContinue={!isBlocked}
      note={isBlocked ? words.identity.vaultBlocks : null}
    >
      {identity.length === 0 ? (
        <EmptyState title={text.identity.none}>{text.identity.noneHint}</EmptyState>
      ) : (
        identity.map((column) => (
          <IdentityRow
            key={column.source}
            column={column}
            profile={profileOf.get(column.source)}
            pieces={column.parts.map(({ source }) => inspection.headers[source] ?? '')}
            onChange={(change) => work.editColumns({ [column.source]: change })}
          />
        ))
      )}
      <Select
        maw={560}
        mt={24}
        mb={40}
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
      <IdentityTexts work={work} inspection={inspection} />
      <Section title={words.identity.personTitle}>
        <IdentityPerson work={work} inspection={inspection} />
      </Section>
      <IdentityVault work={work} vault={vault} isUsed={isPseudonymised} />
    </StepFrame>
  );
}

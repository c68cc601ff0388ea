import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Claim, Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import type { Answer } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { Section } from '../../ui/Section';
import { ClaimRow } from './ClaimRow';
import { EvidenceExports } from './EvidenceExports';
import { LinkPanel } from './LinkPanel';
import { emptyClaim } from './practice-form';
import classes from './practices.module.css';
import type { PracticeEditing } from './use-practice-editor';

/** What the practice claims, each claim beside what it rests on. */
export function ClaimsSection(props: {
  practice: Practice;
  editing: PracticeEditing;
  evidence: Answer<'practice.evidence'>;
}) {
  const { practices } = useTexts();
  const { editing, evidence } = props;
  const { claims } = editing.form;
  const [linking, setLinking] = useState<Claim['id'] | null>(null);
  const linked = claims.find((claim) => claim.id === linking) ?? null;
  const words = practices.claims;
  return (
    <Section title={practices.sections.claims}>
      {evidence.error && <ErrorState error={evidence.error} onRetry={evidence.retry} />}
      {claims.length === 0 && <p className={classes.blank}>{words.empty}</p>}
      <ol className={classes.claims}>
        {claims.map((claim, index) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            number={index + 1}
            evidence={evidence.data?.claims.find((each) => each.claimId === claim.id) ?? null}
            isLoading={evidence.isLoading}
            onChange={(change) => editing.changeClaim(claim.id, change)}
            onRemove={() => editing.change({ claims: claims.filter((each) => each.id !== claim.id) })}
            onLink={() => setLinking(claim.id)}
          />
        ))}
      </ol>
      <Button
        variant="subtle"
        ml={-12}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => editing.change({ claims: [...claims, emptyClaim()] })}
      >
        {words.add}
      </Button>
      {claims.length > 0 && <EvidenceExports practice={props.practice} flush={editing.flush} />}
      <LinkPanel
        claim={linked}
        practice={props.practice}
        onClose={() => setLinking(null)}
        onLink={(link) => {
          if (linked) editing.changeClaim(linked.id, { evidence: link });
          setLinking(null);
          void editing.flush();
        }}
      />
    </Section>
  );
}

import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PersonPair } from '../../../shared/domain/people';
import { useTexts } from '../../state/preferences';
import { useUndoToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { Tag } from '../../ui/Tag';
import { PairTable } from './PairTable';
import classes from './people.module.css';
import { likenessOf, reasonsPhrase } from './review-scopes';

/** One pair to be decided on. Who decides and why are remembered by the screen, and by nothing else. */
export function PairReview(props: {
  pair: PersonPair;
  names: ReadonlyMap<string, string>;
  isBusy: boolean;
  decidedBy: string;
  onDecidedBy: (decidedBy: string) => void;
}) {
  const { pair, decidedBy } = props;
  const { people } = useTexts();
  const text = people.review;
  const link = useCommand('people.link');
  const keepApart = useCommand('people.keepApart');
  const unlink = useCommand('people.unlink');
  const showUndo = useUndoToast();
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const phrase = reasonsPhrase(pair, text);
  const isWithin = pair.left.waveId === pair.right.waveId;
  const isBusy = props.isBusy || link.isRunning || keepApart.isRunning;
  async function decide(isSame: boolean): Promise<void> {
    setAsking(true);
    if (decidedBy.trim() === '' || isBusy) return;
    const [left, right] = [pair.left, pair.right].map(({ waveId, line }) => ({ waveId, line }));
    if (!left || !right) return;
    const byDefault = isSame ? text.defaultSame(phrase) : text.defaultApart(phrase);
    const who = { decidedBy: decidedBy.trim(), reason: reason.trim() || byDefault };
    // The later number is the one that is kept, as RUN follows IPE.
    const decided = isSame
      ? await link.run({ kept: right, joined: left, ...who })
      : await keepApart.run({ left, right, ...who });
    if (!decided) return;
    showUndo(isSame ? text.linked : text.apart, () => void unlink.run({ linkId: decided.id }));
  }
  return (
    <>
      <Group gap={8} mb={8}>
        <Tag tone="accent">{text.score[likenessOf(pair)]}</Tag>
        <Text>
          {text.alike}: {phrase}.
        </Text>
      </Group>
      <PairTable pair={pair} names={props.names} />
      {isWithin && (
        <Text mb={16} maw="80ch">
          {text.withinText}{' '}
          <Anchor component={Link} underline="always" href={`/mediciones/${pair.left.waveId}`}>
            {text.goToWave}
          </Anchor>
        </Text>
      )}
      <div className={classes.decision}>
        <TextInput
          label={text.decidedBy}
          description={text.decidedByHelp}
          maxLength={120}
          value={decidedBy}
          error={isAsking && decidedBy.trim() === '' && text.needsWho}
          onChange={(event) => props.onDecidedBy(event.currentTarget.value)}
        />
        <TextInput
          label={text.reason}
          description={text.reasonHelp}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <Group gap={12} mt={16}>
        {!isWithin && (
          <Button disabled={isBusy} onClick={() => void decide(true)}>
            {text.same}
          </Button>
        )}
        <Button variant="default" disabled={isBusy} onClick={() => void decide(false)}>
          {text.different}
        </Button>
      </Group>
    </>
  );
}

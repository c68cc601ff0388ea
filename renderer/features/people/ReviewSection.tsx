import { Button, Group, Select, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { PeopleOverview } from '../../../shared/domain/people';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import { UnlockForm } from '../privacy/UnlockForm';
import { PairReview } from './PairReview';
import classes from './people.module.css';
import { reviewScopes } from './review-scopes';
import { usePairs } from './use-pairs';

/** Pairs of rows that may be one person, one after another; nothing is joined without a decision. */
export function ReviewSection(props: {
  overview: PeopleOverview;
  names: ReadonlyMap<string, string>;
  decidedBy: string;
  onDecidedBy: (decidedBy: string) => void;
}) {
  const { overview, names } = props;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.review;
  const scopes = reviewScopes(overview, names, text);
  const [chosen, setChosen] = useState('');
  const [position, setPosition] = useState(0);
  const scope = scopes.find(({ key }) => key === chosen) ?? scopes[0] ?? null;
  const answer = usePairs(overview.details === 'available' ? scope : null);
  const pairs = answer.data?.pairs ?? [];
  const at = Math.min(position, Math.max(0, pairs.length - 1));
  const pair = pairs[at];
  const move = (step: number) => setPosition(Math.min(Math.max(at + step, 0), pairs.length - 1));
  const number = (value: number) => formatNumber(value, 0, locale);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'ArrowRight') move(1);
    else if (event.key === 'ArrowLeft') move(-1);
  }
  return (
    <Section title={text.title}>
      {overview.details === 'locked' && (
        <EmptyState title={text.lockedTitle} actions={<UnlockForm />}>
          {text.lockedText}
        </EmptyState>
      )}
      {overview.details === 'none' && <EmptyState title={text.noneTitle}>{text.noneText}</EmptyState>}
      {overview.details === 'available' && (
        <>
          <Text c="dimmed" mb={16} maw="80ch">
            {text.text}
          </Text>
          <Select
            w={420}
            mb={20}
            label={text.where}
            allowDeselect={false}
            data={scopes.map(({ key, label }) => ({ value: key, label }))}
            value={scope?.key ?? null}
            onChange={(value) => {
              setChosen(value ?? '');
              setPosition(0);
            }}
          />
          {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
          {answer.isLoading && <LoadingState progress={answer.progress} />}
          {answer.data && !pair && (
            <EmptyState title={text.empty}>
              {scope?.kind === 'within' ? text.emptyWithinText : text.emptyText}
            </EmptyState>
          )}
          {pair && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut for the two buttons inside
            <div className={classes.card} tabIndex={-1} onKeyDown={onKeyDown}>
              <Group justify="space-between" mb={16}>
                <Text fw={600} role="status">
                  {text.progress(number(at + 1), number(pairs.length))}
                </Text>
                <Group gap={8}>
                  <Text size="sm" c="dimmed">
                    {text.keys}
                  </Text>
                  <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => move(-1)}>
                    {text.previous}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-sm"
                    disabled={at >= pairs.length - 1}
                    onClick={() => move(1)}
                  >
                    {text.next}
                  </Button>
                </Group>
              </Group>
              <PairReview
                pair={pair}
                names={names}
                isBusy={answer.isStale}
                decidedBy={props.decidedBy}
                onDecidedBy={props.onDecidedBy}
              />
            </div>
          )}
          {answer.data && answer.data.total > pairs.length && (
            <Text size="sm" c="dimmed" mt={8}>
              {text.more(number(pairs.length), number(answer.data.total))}
            </Text>
          )}
        </>
      )}
    </Section>
  );
}

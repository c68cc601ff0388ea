import { Textarea } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import type { Answer } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import { AgreementFacts } from './AgreementFacts';
import { CriterionTable } from './CriterionTable';
import classes from './commission.module.css';
import { OutcomeFacts } from './OutcomeFacts';
import { RankingTable } from './RankingTable';
import { StabilityTable } from './StabilityTable';
import type { CommissionEditing } from './use-commission-editor';

/** The places, how far the evaluators agree, what one of them moves, and the words of the minutes. */
export function ResultTab(props: { editing: CommissionEditing; result: Answer<'commission.result'> }) {
  const { commissionUi } = useTexts();
  const words = commissionUi.result;
  const { editing, result } = props;
  const { form } = editing;
  const found = result.data;
  return (
    <>
      {result.error && <ErrorState error={result.error} onRetry={result.retry} />}
      {result.isLoading && <LoadingState />}
      {found?.given === 0 && <EmptyState icon={IconScale} title={words.waiting} />}
      {found && found.given > 0 && (
        <>
          <Section title={words.ranking}>
            <OutcomeFacts form={form} result={found} />
            <RankingTable form={form} result={found} />
            <CriterionTable form={form} result={found} />
          </Section>
          <Section title={words.agreement}>
            <AgreementFacts form={form} result={found} />
          </Section>
          {found.stability.length > 0 && (
            <Section title={words.stability}>
              <StabilityTable form={form} result={found} />
            </Section>
          )}
        </>
      )}
      <Section title={words.minutes}>
        <div className={classes.minutes}>
          <Textarea
            autosize
            minRows={2}
            maxLength={10_000}
            label={words.opening}
            value={form.opening}
            onChange={(event) => {
              const opening = event.currentTarget.value;
              editing.change(() => ({ opening }));
            }}
          />
          <Textarea
            autosize
            minRows={3}
            maxLength={10_000}
            label={words.agreements}
            value={form.agreements}
            onChange={(event) => {
              const agreements = event.currentTarget.value;
              editing.change(() => ({ agreements }));
            }}
          />
        </div>
      </Section>
    </>
  );
}

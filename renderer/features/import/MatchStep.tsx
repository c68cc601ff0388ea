import { Alert, Select, Text } from '@mantine/core';
import { InstrumentId } from '../../../shared/domain/ids';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { repeatedChoices, treatmentOf } from './draft';
import { FileGap } from './FileGap';
import { MatchDifferences } from './MatchDifferences';
import { MatchFolds } from './MatchFolds';
import { undecidedMatches } from './match-choices';
import { StepFrame } from './StepFrame';
import type { StepProps } from './step-props';

const newInstrument = 'new';

/** The file against the instrument: each difference with its proposal and its decision; nothing is joined without one. */
export function MatchStep(props: StepProps) {
  const { work } = props;
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const repeated = repeatedChoices(work.columns);
  const pending = undecidedMatches(work.matches, work.ownColumns, work.draft.choices);
  const isReady = work.instrument === null || (work.match.data !== undefined && !work.match.isStale);
  const isDecided = pending.length === 0 && repeated.length === 0;
  const count = formatCount(pending.length, words.match.difference, words.match.differences, locale);
  return (
    <StepFrame
      title={text.match.title}
      {...(work.instrument === null ? {} : { text: words.match.text })}
      onBack={props.onBack}
      onNext={props.onNext}
      canContinue={isReady && isDecided}
      note={
        work.instrument && isReady
          ? pending.length > 0
            ? words.match.pending(count)
            : words.match.allDecided
          : null
      }
    >
      <Select
        label={text.match.instrumentLabel}
        maw={480}
        mb="xl"
        data={[
          ...work.instruments.map((instrument) => ({
            value: instrument.id,
            label: `${instrument.name}, ${text.match.version(formatNumber(instrument.version, 0, locale))}`,
          })),
          { value: newInstrument, label: text.match.newInstrument },
        ]}
        value={work.instrument?.id ?? newInstrument}
        onChange={(value) =>
          work.change({
            instrumentId: value === newInstrument ? null : InstrumentId.parse(value),
            decisions: treatmentOf(work.draft.columnEdits),
            choices: {},
          })
        }
      />
      {work.instrument === null && <Text c="dimmed">{text.match.newInstrumentText}</Text>}
      {work.match.error && <ErrorState error={work.match.error} onRetry={work.match.retry} />}
      {work.match.isLoading && <LoadingState progress={work.match.progress} />}
      {repeated.length > 0 && (
        <Alert color="red" mb="lg" variant="light">
          {text.match.repeatedChoice}
        </Alert>
      )}
      {work.instrument && work.match.data && (
        <>
          <FileGap work={work} />
          <MatchDifferences work={work} repeated={repeated} />
          <MatchFolds work={work} />
        </>
      )}
    </StepFrame>
  );
}

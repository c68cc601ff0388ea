import { Alert, Select, Text } from '@mantine/core';
import { InstrumentId } from '../../../shared/domain/ids';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import { differences, repeatedChoices, treatmentOf } from './draft';
import classes from './import.module.css';
import { MatchHead, MatchRow } from './MatchRow';
import { StepFrame } from './StepFrame';
import type { StepProps } from './step-props';

const newInstrument = 'new';

/** The file against the instrument: what is the same and what changed, each change with its decision. */
export function MatchStep(props: StepProps) {
  const { work } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const repeated = repeatedChoices(work.columns);
  const changed = differences(work.matches);
  const left = new Set(work.columns.filter(({ action }) => action === 'drop').map(({ source }) => source));
  const same = work.matches.filter(
    (match) => !changed.includes(match) && match.source !== null && !left.has(match.source),
  );
  const isReady = work.instrument === null || (work.match.data !== undefined && !work.match.isStale);
  return (
    <StepFrame
      title={text.match.title}
      {...(work.instrument === null ? {} : { text: text.match.text })}
      onBack={props.onBack}
      onNext={props.onNext}
      canContinue={isReady && repeated.length === 0}
      note={work.instrument && isReady ? text.match.differences(number(changed.length)) : null}
    >
      <Select
        label={text.match.instrumentLabel}
        maw={480}
        mb="xl"
        data={[
          ...work.instruments.map((instrument) => ({
            value: instrument.id,
            label: `${instrument.name}, ${text.match.version(number(instrument.version))}`,
          })),
          { value: newInstrument, label: text.match.newInstrument },
        ]}
        value={work.instrument?.id ?? newInstrument}
        onChange={(value) =>
          work.change({
            instrumentId: value === newInstrument ? null : InstrumentId.parse(value),
            decisions: treatmentOf(work.draft.columnEdits),
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
          {changed.length === 0 ? (
            <Text mb="xl">{text.match.allSame}</Text>
          ) : (
            <Section title={text.match.differences(number(changed.length))}>
              <MatchHead />
              {changed.map((match) => (
                <MatchRow
                  key={`${match.source} ${match.variableId}`}
                  match={match}
                  work={work}
                  isRepeated={match.source !== null && repeated.includes(match.source)}
                />
              ))}
            </Section>
          )}
          <Section title={text.match.sameTitle(formatCount(same.length, text.column, text.columns, locale))}>
            <Text className={classes.stepText}>{same.map((match) => match.variableLabel).join(' · ')}</Text>
          </Section>
        </>
      )}
    </StepFrame>
  );
}

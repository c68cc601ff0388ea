import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { activeCodes } from '../../../shared/domain/coding';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { AnswerList } from './AnswerList';
import { CodePanel } from './CodePanel';
import { Compare } from './Compare';
import classes from './coding.module.css';
import { LostNotice } from './LostNotice';
import { OneAnswer } from './OneAnswer';
import { type CodingDesk, type CodingMeasurement, useCoding } from './use-coding';

const views = ['one', 'list', 'compare'] as const;
type View = (typeof views)[number];

/** The desk of one coder: answers on the left, codes on the right. */
export function Desk(props: { measurement: CodingMeasurement; coder: string; onLeave: () => void }) {
  const { coding } = useTexts();
  const { measurement, coder } = props;
  const [view, setView] = useState<View>('one');
  const desk = useCoding(measurement, coder);
  const codes = activeCodes(measurement.spec.codes);
  return (
    <>
      <div className={classes.who}>
        <strong>{coder}</strong>
        <Button variant="subtle" size="compact-sm" onClick={props.onLeave}>
          {coding.coder.change}
        </Button>
        <DeskProgress desk={desk} />
        <SegmentedControl
          className={classes.views ?? ''}
          aria-label={coding.views.label}
          value={view}
          data={views.map((value) => ({ value, label: coding.views[value] }))}
          onChange={(next) => setView(views.find((each) => each === next) ?? 'one')}
        />
      </div>
      {view !== 'compare' && <FilterBar desk={desk} hasStages={measurement.spec.stageId !== null} />}
      <LostNotice desk={desk} measurement={measurement} coder={coder} />
      {desk.error && <ErrorState error={desk.error} onRetry={desk.retry} />}
      {desk.isLoading && <LoadingState />}
      {desk.data && (
        <div className={classes.columns}>
          <div className={classes.answers}>
            {view === 'one' && <OneAnswer desk={desk} codes={codes} />}
            {view === 'list' && <AnswerList desk={desk} codes={codes} />}
            {view === 'compare' && <Compare measurement={measurement} codes={codes} />}
          </div>
          <CodePanel measurement={measurement} codes={codes} counts={desk.data.counts} />
        </div>
      )}
    </>
  );
}

function DeskProgress({ desk }: { desk: CodingDesk }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  if (!desk.data) return null;
  const { answers, coded, quotes } = desk.data.progress;
  const count = (value: number): string => formatNumber(value, 0, locale);
  return (
    <span className={classes.progress}>
      <progress max={Math.max(1, answers)} value={coded} aria-label={coding.progressLabel} />
      {coding.progress(count(coded), count(answers))}
      {quotes > 0 && ` · ${coding.quotes(count(quotes))}`}
    </span>
  );
}

function FilterBar({ desk, hasStages }: { desk: CodingDesk; hasStages: boolean }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const words = coding.filters;
  const states = ['all', 'uncoded', 'coded', 'quotes', 'changed'] as const;
  const all = '*';
  return (
    <div className={classes.filters}>
      {hasStages && (
        <Select
          label={words.stage}
          allowDeselect={false}
          value={desk.filters.stage ?? all}
          data={[
            { value: all, label: words.allStages },
            ...(desk.data?.stages ?? []).map(({ value, label, answers, coded }) => ({
              value,
              label: words.stageProgress(
                label,
                formatNumber(coded, 0, locale),
                formatNumber(answers, 0, locale),
              ),
            })),
          ]}
          onChange={(value) => desk.filter({ stage: value === all ? null : value })}
        />
      )}
      <Select
        label={words.state}
        allowDeselect={false}
        value={desk.filters.state}
        data={states.map((value) => ({ value, label: words.states[value] }))}
        onChange={(value) => desk.filter({ state: states.find((each) => each === value) ?? 'all' })}
      />
      <TextInput
        className={classes.search ?? ''}
        type="search"
        label={words.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={desk.filters.search}
        onChange={(event) => desk.filter({ search: event.currentTarget.value })}
      />
    </div>
  );
}

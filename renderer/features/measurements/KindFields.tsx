import { Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { FigureInput } from '../indicators/FigureInput';
import { ColumnField } from './ColumnField';
import { ConditionField } from './ConditionField';
import type { FieldProps } from './field-props';
import { IndicatorsField, SplitsField, ValuesField } from './ListFields';
import classes from './measurements.module.css';
import { NamedConditions } from './NamedConditions';
import { ScheduleField } from './ScheduleField';

/** Only the fields that the chosen kind needs, in the order in which a person thinks of them. */
export function KindFields(props: FieldProps): ReactNode {
  switch (props.form.kind) {
    case 'figures':
      return <FiguresFields {...props} />;
    case 'cases':
      return <CasesFields {...props} />;
    case 'meetings':
      return <MeetingsFields {...props} />;
    case 'attendance':
      return <AttendanceFields {...props} />;
    case 'funnel':
      return <FunnelFields {...props} />;
    case 'coverage':
      return <CoverageFields {...props} />;
    case 'coding':
      return <CodingFields {...props} />;
    case 'ledger':
      return <LedgerFields {...props} />;
    case 'contrast':
      return <ContrastFields {...props} />;
  }
}

function useWords() {
  return useTexts().measurementsUi.fields;
}

function FiguresFields(props: FieldProps) {
  const words = useWords();
  return (
    <>
      <IndicatorsField {...props} />
      <ColumnField {...props} slot="breakdown" label={words.breakdown} isOptional />
    </>
  );
}

function CasesFields(props: FieldProps) {
  const words = useWords();
  const { form, change } = props;
  return (
    <>
      <ColumnField {...props} slot="date" label={words.caseDate} />
      <ColumnField {...props} slot="resolved" label={words.resolved} help={words.resolvedHelp} isOptional />
      <PeriodField {...props} />
      <SplitsField {...props} />
      <div className={classes.short}>
        <DateField label={words.cut} value={form.cutDate} onChange={(cutDate) => change({ cutDate })} />
      </div>
      <NamedConditions {...props} kind="standards" />
    </>
  );
}

function MeetingsFields(props: FieldProps) {
  const words = useWords();
  const { form, change } = props;
  return (
    <>
      <ColumnField {...props} slot="date" label={words.meetingDate} />
      <ColumnField {...props} slot="body" label={words.body} none={words.bodyNone} isOptional />
      <ScheduleField {...props} />
      <ConditionField
        form={form}
        toggle={words.heldToggle}
        label={words.held}
        value={form.counts}
        onChange={(counts) => change({ counts })}
      />
    </>
  );
}

function AttendanceFields(props: FieldProps) {
  const words = useWords();
  const { form, instrument, change } = props;
  const { columns } = form;
  const numeric = instrument.variables.find(({ type }) => type === 'integer' || type === 'decimal');
  const rowIs = columns.count === null ? 'person' : 'session';
  return (
    <>
      <Input.Wrapper label={words.rows} labelElement="div">
        <SegmentedControl
          fullWidth
          orientation="vertical"
          aria-label={words.rows}
          value={rowIs}
          onChange={(value) =>
            change({
              columns: {
                ...columns,
                person: null,
                count: value === 'session' ? (numeric?.id ?? null) : null,
              },
            })
          }
          data={[
            { value: 'person', label: words.rowPerson },
            { value: 'session', label: words.rowSession, disabled: numeric === undefined },
          ]}
        />
      </Input.Wrapper>
      <ColumnField {...props} slot="session" label={words.session} />
      <ColumnField {...props} slot="date" label={words.sessionDate} isOptional />
      {rowIs === 'session' ? (
        <ColumnField {...props} slot="count" label={words.count} />
      ) : (
        <ColumnField {...props} slot="person" label={words.person} help={words.personHelp} isOptional />
      )}
      <ConditionField
        form={form}
        toggle={words.attendedToggle}
        label={words.attended}
        value={form.counts}
        onChange={(counts) => change({ counts })}
      />
      <SplitsField {...props} />
    </>
  );
}

function FunnelFields(props: FieldProps) {
  const words = useWords();
  return (
    <>
      <NamedConditions {...props} kind="stages" />
      <ColumnField {...props} slot="split" label={words.split} isOptional />
    </>
  );
}

function CoverageFields(props: FieldProps) {
  const words = useWords();
  const { form, change } = props;
  return (
    <>
      <ColumnField {...props} slot="unit" label={words.unit} help={words.unitHelp} isOptional />
      <ConditionField
        form={form}
        toggle={null}
        label={words.covered}
        value={form.counts}
        onChange={(counts) => change({ counts })}
      />
      <ConditionField
        form={form}
        toggle={words.targetToggle}
        label={words.inTarget}
        value={form.inTarget}
        onChange={(inTarget) => change({ inTarget })}
      />
      <FigureInput
        isShare
        label={words.targetShare}
        width={280}
        value={form.targetShare}
        onChange={(share) => change({ targetShare: share === null ? null : Math.min(1, Math.max(0, share)) })}
      />
      <ColumnField {...props} slot="split" label={words.split} isOptional />
    </>
  );
}

function CodingFields(props: FieldProps) {
  const words = useWords();
  return (
    <>
      <ColumnField {...props} slot="text" label={words.text} />
      <ColumnField {...props} slot="stage" label={words.textStage} isOptional />
      <p className={classes.help}>{words.codesLater}</p>
    </>
  );
}

function LedgerFields(props: FieldProps) {
  const words = useWords();
  const { form, change } = props;
  const values = { instrument: props.instrument, columnId: form.columns.direction };
  return (
    <>
      <ColumnField {...props} slot="item" label={words.item} />
      <div className={classes.pair}>
        <ColumnField {...props} slot="quantity" label={words.quantity} />
        <TextInput
          w={110}
          label={words.unitName}
          placeholder={words.unitExample}
          maxLength={40}
          value={form.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      </div>
      <ColumnField {...props} slot="direction" label={words.direction} />
      <ValuesField
        {...values}
        label={words.inValues}
        value={form.inValues}
        onChange={(inValues) =>
          change({ inValues, outValues: form.outValues.filter((each) => !inValues.includes(each)) })
        }
      />
      <ValuesField
        {...values}
        label={words.outValues}
        value={form.outValues}
        onChange={(outValues) =>
          change({ outValues, inValues: form.inValues.filter((each) => !outValues.includes(each)) })
        }
      />
      <ColumnField {...props} slot="date" label={words.date} />
      <PeriodField {...props} />
    </>
  );
}

function ContrastFields(props: FieldProps) {
  const words = useWords();
  const { form, change, known } = props;
  const values = { instrument: props.instrument, columnId: form.columns.group };
  const waves = known.waves.filter(({ instrumentId }) => instrumentId === form.instrumentId);
  const names = waves.map(({ id, name }) => ({ value: id as string, label: name }));
  const waveOf = (id: string | null) => waves.find((wave) => wave.id === id)?.id ?? null;
  return (
    <>
      <IndicatorsField {...props} />
      <ColumnField {...props} slot="group" label={words.group} />
      <ValuesField
        {...values}
        label={words.exposed}
        value={form.exposedValues}
        onChange={(exposedValues) => change({ exposedValues })}
      />
      <ValuesField
        {...values}
        label={words.comparison}
        value={form.comparisonValues}
        onChange={(comparisonValues) => change({ comparisonValues })}
      />
      <div className={classes.halves}>
        <Select
          clearable
          label={words.baseline}
          placeholder={words.firstWave}
          value={form.baselineWaveId}
          data={names}
          onChange={(id) => change({ baselineWaveId: waveOf(id) })}
        />
        <Select
          clearable
          label={words.followUp}
          placeholder={words.lastWave}
          value={form.followUpWaveId}
          data={names}
          onChange={(id) => change({ followUpWaveId: waveOf(id) })}
        />
      </div>
      <Input.Wrapper label={words.linkage} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={words.linkage}
          value={form.linkage}
          onChange={(value) => change({ linkage: value === 'matched' ? 'matched' : 'independent' })}
          data={[
            { value: 'matched', label: words.linkages.matched },
            { value: 'independent', label: words.linkages.independent },
          ]}
        />
      </Input.Wrapper>
    </>
  );
}

const periods = ['month', 'quarter', 'year'] as const;

function PeriodField({ form, change }: FieldProps) {
  const words = useWords();
  return (
    <Input.Wrapper label={words.period} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={words.period}
        value={form.period}
        onChange={(value) => change({ period: periods.find((each) => each === value) ?? 'month' })}
        data={periods.map((value) => ({ value, label: words.periods[value] }))}
      />
    </Input.Wrapper>
  );
}

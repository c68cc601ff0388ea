import type { ReactNode } from 'react';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { FigureInput } from '../indicators/FigureInput';
import { AttendanceFields } from './AttendanceFields';
import { ColumnField } from './ColumnField';
import { ConditionField } from './ConditionField';
import { ContrastFields } from './ContrastFields';
import type { FieldProps } from './field-props';
import { LedgerFields } from './LedgerFields';
import { IndicatorsField, SplitsField } from './ListFields';
import classes from './measurements.module.css';
import { NamedConditions } from './NamedConditions';
import { PeriodField } from './PeriodField';
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

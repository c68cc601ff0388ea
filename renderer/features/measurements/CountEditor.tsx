import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Measurement } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { Disclosure } from '../comparison/Disclosure';
import { ConditionField } from './ConditionField';
import { CountResult } from './CountResult';
import type { CountForm } from './count-form';
import type { MissingField } from './count-spec';
import type { FieldProps } from './field-props';
import { KindFields } from './KindFields';
import { kindIcons } from './kind-icons';
import classes from './measurements.module.css';
import { OpeningsField } from './OpeningsField';
import { type KnownData, proposeCount } from './propose-count';
import { useCountEditor } from './use-count-editor';

const pauseMs = 250;

/** What is counted on the left, what comes of it on the right, which follows each change. */
export function CountEditor(props: {
  measurement: Measurement | null;
  start: CountForm | null;
  known: KnownData;
}) {
  const { common, measurementsUi } = useTexts();
  const { measurement, known } = props;
  const editor = useCountEditor(measurement, props.start);
  const { form, read } = editor;
  const [spec] = useDebouncedValue(read.spec, pauseMs);
  const words = measurementsUi.editor;
  const kind = measurementsUi.kinds[form.kind];
  const instrument = known.instruments.find(({ id }) => id === form.instrumentId);
  const own = known.waves.filter(({ instrumentId }) => instrumentId === form.instrumentId);
  const back = measurement
    ? { href: `/recuentos/${measurement.id}`, label: measurement.name }
    : { href: '/recuentos', label: common.sections.measurements };
  return (
    <Page
      title={measurement?.name ?? kind.name}
      back={back}
      width="full"
      marks={own.some(({ isSynthetic }) => isSynthetic) && <SyntheticBadge />}
      actions={
        <>
          {(editor.isDirty || measurement === null) && (
            <Button variant="subtle" color="gray" onClick={editor.discard}>
              {measurement ? words.cancel : common.actions.cancel}
            </Button>
          )}
          <Button onClick={editor.save} loading={editor.isSaving} disabled={read.spec === null}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={classes.workbench}>
        <section className={classes.form} aria-label={words.label}>
          <Heading form={form} isNew={measurement === null} />
          <TextInput
            label={words.name}
            placeholder={kind.name}
            maxLength={200}
            value={form.name}
            onChange={(event) => editor.change({ name: event.currentTarget.value })}
          />
          <Select
            label={words.instrument}
            value={form.instrumentId}
            data={known.instruments.map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={(id) => {
              const chosen = known.instruments.find((each) => each.id === id);
              if (!chosen || chosen.id === form.instrumentId) return;
              editor.replace({ ...proposeCount(form.kind, chosen, known), name: form.name });
            }}
          />
          {instrument && <Fields form={form} instrument={instrument} known={known} change={editor.change} />}
        </section>
        <section className={classes.live} aria-label={words.live}>
          {read.spec === null ? (
            <Missing fields={read.missing} />
          ) : (
            spec && <CountResult spec={spec} audience="publication" isBehind={spec !== read.spec} />
          )}
        </section>
      </div>
    </Page>
  );
}

function Heading(props: { form: CountForm; isNew: boolean }) {
  const { measurementsUi } = useTexts();
  const { kind } = props.form;
  const Sign = kindIcons[kind];
  return (
    <>
      <div className={classes.questionHead}>
        <Sign size={22} stroke={1.6} aria-hidden />
        <p className={classes.question}>{measurementsUi.kinds[kind].question}</p>
      </div>
      {props.isNew && Object.values(props.form.columns).some((id) => id !== null) && (
        <p className={classes.proposed}>{measurementsUi.editor.proposed}</p>
      )}
    </>
  );
}

function Fields(props: FieldProps) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.editor;
  const { form, known, change } = props;
  const own = known.waves.filter(({ instrumentId }) => instrumentId === form.instrumentId);
  return (
    <>
      <KindFields {...props} />
      <Disclosure label={words.options} isOpen={form.filter !== null || form.waveIds.length > 0}>
        <div className={classes.form}>
          {form.kind !== 'contrast' && own.length > 1 && (
            <MultiSelect
              clearable
              label={words.waves}
              description={words.wavesHelp}
              placeholder={form.waveIds.length === 0 ? words.allWaves : ''}
              value={[...form.waveIds]}
              data={own.map(({ id, name }) => ({ value: id as string, label: name }))}
              onChange={(ids) =>
                change({ waveIds: own.filter(({ id }) => ids.includes(id)).map(({ id }) => id) })
              }
            />
          )}
          <ConditionField
            form={form}
            toggle={words.filter}
            label={words.filter}
            help={words.filterHelp}
            value={form.filter}
            onChange={(filter) => change({ filter })}
          />
          {form.kind === 'ledger' && <OpeningsField {...props} />}
          <Select
            w={160}
            label={words.level}
            value={String(form.confidenceLevel)}
            data={[
              { value: '0.9', label: '90 %' },
              { value: '0.95', label: '95 %' },
              { value: '0.99', label: '99 %' },
            ]}
            onChange={(level) => change({ confidenceLevel: Number(level) })}
          />
        </div>
      </Disclosure>
    </>
  );
}

function Missing(props: { fields: readonly MissingField[] }) {
  const { measurementsUi } = useTexts();
  const { editor, fields } = measurementsUi;
  return (
    <div className={classes.missing} role="status">
      {editor.incomplete}
      <ul>
        {props.fields.map((name) => (
          <li key={name}>{name === 'filter' ? editor.filter : String(fields[name])}</li>
        ))}
      </ul>
    </div>
  );
}

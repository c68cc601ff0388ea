import {
  Checkbox,
  Fieldset,
  Group,
  Loader,
  Radio,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import {
  ImportPlan,
  type Inspection,
  Moment,
  type WaveDraft,
  type WaveEvidence,
} from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { MomentBadge } from '../../ui/MomentBadge';
import { Term } from '../../ui/Term';
import { RowUnitField } from './RowUnitField';
import type { ImportWork } from './use-import-draft';
import { WaveReason } from './WaveReason';

const RepeatedIdentifiers = ImportPlan.shape.repeatedIdentifiers;

/** Name, moment and dates of the wave, and what to do with identifiers that repeat. */
export function WaveFields(props: {
  work: ImportWork;
  inspection: Inspection;
  hasWrongDates: boolean;
  isDisabled: boolean;
}) {
  const { work } = props;
  const { wave, draft } = work;
  const { import: text, importReading } = useTexts();
  /** What the analyst wrote needs no ground. */
  const reasonOf = (aspect: WaveEvidence['aspect'], ...fields: (keyof WaveDraft)[]) =>
    fields.some((field) => field in draft.wave) ? null : (
      <WaveReason aspect={aspect} evidence={work.waveEvidence} />
    );
  const change = (part: Partial<WaveDraft>) => work.change({ wave: { ...draft.wave, ...part } });
  const hasIdentifier = work.columns.some(
    (column) => column.role === 'identifier' && column.action !== 'drop',
  );
  return (
    <Fieldset variant="unstyled" p={0} m={0} bd={0} disabled={props.isDisabled}>
      <Stack gap={24} maw={560}>
        <div>
          <TextInput
            label={text.confirm.nameLabel}
            placeholder={text.confirm.namePlaceholder}
            maxLength={120}
            value={wave.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {reasonOf('name', 'name')}
        </div>
        <div>
          <Text size="sm" fw={500} mb={4}>
            {text.confirm.momentLabel}: <Term name={wave.moment} />
          </Text>
          <SegmentedControl
            aria-label={text.confirm.momentLabel}
            data={Moment.options.map((moment) => ({ value: moment, label: <MomentBadge moment={moment} /> }))}
            value={wave.moment}
            onChange={(value) => change({ moment: Moment.parse(value) })}
          />
          {reasonOf('moment', 'moment')}
        </div>
        <div>
          <Group grow align="flex-start">
            <DateField
              label={text.confirm.startLabel}
              value={wave.startDate}
              onChange={(startDate) => change({ startDate })}
            />
            <DateField
              label={text.confirm.endLabel}
              value={wave.endDate}
              error={props.hasWrongDates && text.confirm.datesWrong}
              onChange={(endDate) => change({ endDate })}
            />
          </Group>
          {work.isProposingWave ? (
            <Text size="sm" c="dimmed" mt={4} role="status">
              <Loader size={12} mr={8} aria-hidden />
              {importReading.wave.searching}
            </Text>
          ) : (
            reasonOf('dates', 'startDate', 'endDate')
          )}
          <Text size="sm" c="dimmed" mt={4}>
            {text.confirm.datesHelp}
          </Text>
        </div>
        {work.instrument === null && (
          <TextInput
            label={text.confirm.instrumentName}
            value={draft.instrumentName ?? wave.name}
            onChange={(event) => work.change({ instrumentName: event.currentTarget.value })}
          />
        )}
        {work.instrument === null && <RowUnitField work={work} />}
        {hasIdentifier && (
          <Radio.Group
            label={text.confirm.repeatedLabel}
            value={draft.repeatedIdentifiers}
            onChange={(value) => work.change({ repeatedIdentifiers: RepeatedIdentifiers.parse(value) })}
          >
            <Stack gap={8} mt={8}>
              <Radio value="set-aside" label={text.confirm.repeatedSetAside} />
              <Radio value="keep-last" label={text.confirm.repeatedKeepLast} />
              <Radio value="stop" label={text.confirm.repeatedStop} />
            </Stack>
          </Radio.Group>
        )}
        <Checkbox
          label={text.confirm.syntheticLabel}
          description={
            props.inspection.saysSynthetic ? text.confirm.syntheticSays : text.confirm.syntheticHelp
          }
          checked={wave.isSynthetic}
          onChange={(event) => change({ isSynthetic: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  );
}

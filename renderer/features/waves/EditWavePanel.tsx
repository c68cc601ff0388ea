import { Button, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Moment } from '../../../shared/domain/import';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { DateField } from '../../ui/DateField';
import { MomentBadge } from '../../ui/MomentBadge';
import { SidePanel } from '../../ui/SidePanel';
import { DeleteWave } from './DeleteWave';
import classes from './waves.module.css';

type WaveForm = Pick<Wave, 'name' | 'moment' | 'startDate' | 'endDate'>;

/** Changes the name, moment and dates of a wave; at its foot the wave can be deleted for good. */
export function EditWavePanel(props: { wave: Wave; isOpen: boolean; onClose: () => void }) {
  const { wave, isOpen, onClose } = props;
  const { common, import: importText, waves: text } = useTexts();
  const [, navigate] = useLocation();
  const showDone = useDoneToast();
  const update = useCommand('wave.update');
  const [form, setForm] = useState<WaveForm>(wave);
  useEffect(() => {
    if (isOpen) setForm(wave);
  }, [isOpen, wave]);
  const change = (part: Partial<WaveForm>) => setForm((now) => ({ ...now, ...part }));
  const hasWrongDates = form.startDate !== null && form.endDate !== null && form.endDate < form.startDate;

  async function save(): Promise<void> {
    const { name, moment, startDate, endDate } = form;
    const saved = await update.run({
      waveId: wave.id,
      wave: { name: name.trim(), moment, startDate, endDate },
    });
    if (!saved) return;
    showDone(text.edit.saved);
    onClose();
  }
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={text.edit.title}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button
            onClick={save}
            loading={update.isRunning}
            disabled={form.name.trim() === '' || hasWrongDates}
          >
            {common.actions.save}
          </Button>
        </>
      }
    >
      <Stack gap={20}>
        <TextInput
          data-autofocus
          label={importText.confirm.nameLabel}
          maxLength={120}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {importText.confirm.momentLabel}
          </Text>
          <SegmentedControl
            fullWidth
            aria-label={importText.confirm.momentLabel}
            data={Moment.options.map((moment) => ({ value: moment, label: <MomentBadge moment={moment} /> }))}
            value={form.moment}
            onChange={(value) => change({ moment: Moment.parse(value) })}
          />
        </div>
        <DateField
          label={importText.confirm.startLabel}
          value={form.startDate}
          onChange={(startDate) => change({ startDate })}
        />
        <DateField
          label={importText.confirm.endLabel}
          value={form.endDate}
          error={hasWrongDates && importText.confirm.datesWrong}
          onChange={(endDate) => change({ endDate })}
        />
      </Stack>
      <section className={classes.danger}>
        <Title order={3}>{text.edit.deleteTitle}</Title>
        <DeleteWave wave={wave} onDeleted={() => navigate('/mediciones')} />
      </section>
    </SidePanel>
  );
}

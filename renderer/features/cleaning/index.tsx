import { Button, Group, Select, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { InstrumentId } from '../../../shared/domain/ids';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { useSaveOutput } from '../../state/use-save-output';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { LogTable } from './LogTable';

const pageSize = 100;

/** The cleaning log of an instrument, newest entry first. */
export default function CleaningScreen() {
  const { cleaning: text, waves } = useTexts();
  const { id } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const list = useQueryMethod('instrument.list', {});
  const instruments = list.data?.instruments ?? [];
  const instrument = instruments.find((entry) => entry.id === id) ?? instruments[0];
  return (
    <Page
      title={text.title}
      purpose={text.purpose}
      back={{ href: '/mediciones', label: waves.title }}
      actions={instrument && <ExportButton instrumentId={instrument.id} />}
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState progress={list.progress} />}
      {list.data && !instrument && <Text c="dimmed">{text.noInstrument}</Text>}
      {instruments.length > 1 && instrument && (
        <Select
          mb="md"
          w={360}
          label={text.instrument}
          allowDeselect={false}
          data={instruments.map((entry) => ({ value: entry.id, label: entry.name }))}
          value={instrument.id}
          onChange={(value) => navigate(`/mediciones/limpieza/${value}`)}
        />
      )}
      {instrument && <Log key={instrument.id} instrumentId={instrument.id} />}
    </Page>
  );
}

function ExportButton(props: { instrumentId: InstrumentId }) {
  const { cleaning: text } = useTexts();
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('cleaning.export');
  const log = useQueryMethod('cleaning.list', { instrumentId: props.instrumentId });
  async function exportLog(): Promise<void> {
    const file = await run({ instrumentId: props.instrumentId });
    if (file) await saveOutput(file, text.exported(file.name));
  }
  if ((log.data?.entries.length ?? 0) === 0) return null;
  return (
    <Button variant="default" loading={isRunning} onClick={exportLog}>
      {text.export}
    </Button>
  );
}

function Log(props: { instrumentId: InstrumentId }) {
  const { cleaning: text } = useTexts();
  const { locale } = useLocale();
  const [shown, setShown] = useState(pageSize);
  const log = useQueryMethod('cleaning.list', { instrumentId: props.instrumentId });
  if (log.error) return <ErrorState error={log.error} onRetry={log.retry} />;
  if (!log.data) return <LoadingState progress={log.progress} />;
  const entries = log.data.entries.toReversed();
  const number = (value: number) => formatNumber(value, 0, locale);
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={IconEraser}
        title={text.empty.title}
        steps={text.empty.steps}
        actions={
          <Button component={Link} href="/mediciones" variant="default">
            {text.empty.toWaves}
          </Button>
        }
      >
        {text.empty.text}
      </EmptyState>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb={8}>
        {text.count(number(entries.length))}
      </Text>
      <LogTable entries={entries.slice(0, shown)} all={entries} />
      {entries.length > shown && (
        <Group justify="center" mt="md">
          <Button variant="subtle" onClick={() => setShown(shown + pageSize)}>
            {text.more(number(Math.min(pageSize, entries.length - shown)))}
          </Button>
        </Group>
      )}
    </>
  );
}

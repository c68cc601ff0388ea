import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconListDetails, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { XlsFormButton } from '../templates/XlsFormButton';
import { VariablePanel } from './VariablePanel';
import { VariableTable } from './VariableTable';
import { findVariables } from './variable-words';

/** The questions of an instrument; the address names the one whose panel is open. */
export default function VariablesScreen() {
  const { variables: text } = useTexts();
  const { locale } = useLocale();
  const { id } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQueryMethod('instrument.list', {});
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const instruments = list.data?.instruments ?? [];
  const ofOpen = instruments.find((entry) => entry.variables.some((variable) => variable.id === id));
  const instrument = ofOpen ?? instruments.find((entry) => entry.id === chosen) ?? instruments[0];
  const found = instrument ? findVariables(instrument, search) : [];
  const open = instrument?.variables.find((variable) => variable.id === id);
  return (
    <Page
      title={text.title}
      purpose={text.purpose}
      actions={
        instrument && <XlsFormButton name={instrument.name} source={{ instrumentId: instrument.id }} />
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState progress={list.progress} />}
      {list.data && !instrument && (
        <EmptyState
          icon={IconListDetails}
          title={text.empty.title}
          actions={
            <Button component={Link} href="/mediciones/importar">
              {text.empty.action}
            </Button>
          }
        >
          {text.empty.text}
        </EmptyState>
      )}
      {instrument && (
        <>
          <Group mb="md" gap="md" align="flex-end">
            <TextInput
              w={320}
              aria-label={text.search}
              placeholder={text.search}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            {instruments.length > 1 && (
              <Select
                w={360}
                aria-label={text.instrument}
                data={instruments.map((entry) => ({
                  value: entry.id,
                  label: `${entry.name}, ${text.version(String(entry.version))}`,
                }))}
                value={instrument.id}
                onChange={setChosen}
              />
            )}
            <Text size="sm" c="dimmed" ms="auto">
              {text.count(
                formatNumber(found.length, 0, locale),
                formatCount(instrument.variables.length, text.one, text.many, locale),
              )}
            </Text>
          </Group>
          {found.length === 0 ? (
            <Text c="dimmed">{text.none}</Text>
          ) : (
            <VariableTable
              variables={found}
              waves={waves}
              openId={id ?? null}
              onOpen={(variable) => navigate(`/variables/${variable.id}`)}
            />
          )}
        </>
      )}
      {instrument && open && (
        <VariablePanel
          // A merge, or taking it back, changes the list of answers under the form.
          key={`${open.id} ${open.options.map(({ value }) => value).join(' ')}`}
          instrument={instrument}
          variable={open}
          waves={waves}
          onClose={() => navigate('/variables')}
        />
      )}
    </Page>
  );
}

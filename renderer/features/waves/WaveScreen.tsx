import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation, useParams } from 'wouter';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { MomentBadge } from '../../ui/MomentBadge';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { EditWavePanel } from './EditWavePanel';
import { ReceiptView } from './ReceiptView';
import { WaveRows } from './WaveRows';

const tabs = ['datos', 'recibo'] as const;

/** One wave: its stored answers, and the receipt of its import. */
export function WaveScreen() {
  const { import: importText, waves: text } = useTexts();
  const { locale } = useLocale();
  const { id, tab } = useParams<{ id: string; tab?: string }>();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const list = useQueryMethod('wave.list', {});
  const wave = list.data?.waves.find((entry) => entry.id === id);
  const back = { href: '/mediciones', label: text.title };
  if (!wave) {
    return (
      <Page title={list.data ? text.page.missingTitle : text.title} back={back}>
        {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
        {list.isLoading && <LoadingState progress={list.progress} />}
        {list.data && <p>{text.page.missingText}</p>}
      </Page>
    );
  }
  const rows = formatCount(wave.rows, importText.row, importText.rows, locale);
  return (
    <Page
      title={wave.name}
      back={back}
      purpose={text.page.purpose(rows, wave.fileName)}
      marks={
        <>
          <MomentBadge moment={wave.moment} />
          {wave.isSynthetic && <SyntheticBadge />}
        </>
      }
      actions={
        <Button variant="default" onClick={editing.open}>
          {text.page.edit}
        </Button>
      }
    >
      <Tabs
        value={tabs.find((entry) => entry === tab) ?? 'datos'}
        onChange={(value) => navigate(`/mediciones/${wave.id}${value === 'recibo' ? '/recibo' : ''}`)}
        keepMounted={false}
      >
        <Tabs.List aria-label={text.page.tabsLabel}>
          {tabs.map((entry) => (
            <Tabs.Tab key={entry} value={entry}>
              {text.page.tabs[entry]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="datos">
          <WaveRows key={wave.id} wave={wave} />
        </Tabs.Panel>
        <Tabs.Panel value="recibo">
          <ReceiptView wave={wave} />
        </Tabs.Panel>
      </Tabs>
      <EditWavePanel wave={wave} isOpen={isEditing} onClose={editing.close} />
    </Page>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { VaultStatus } from '../../../shared/methods/vault';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';

type HeldWave = VaultStatus['waves'][number];

/** How much the identities hold of each wave, and what can be done with it. Counts only, never who. */
export function VaultWaves(props: {
  waves: readonly HeldWave[];
  onReveal: (wave: HeldWave) => void;
  onDestroy: (wave: HeldWave) => void;
}) {
  const { vault } = useTexts();
  const { locale } = useLocale();
  const text = vault.holds;
  if (props.waves.length === 0) return <Text c="dimmed">{text.nothing}</Text>;
  const count = (key: 'people' | 'details' | 'setAside', width: string): DataColumn<HeldWave> => ({
    key,
    header: text[key],
    width,
    align: 'end',
    render: (wave) => (wave[key] === null ? text.notCounted : formatNumber(wave[key], 0, locale)),
  });
  const columns: DataColumn<HeldWave>[] = [
    { key: 'name', header: text.wave, width: 'minmax(180px, 2fr)', render: (wave) => wave.name },
    count('people', '132px'),
    count('details', '192px'),
    count('setAside', '148px'),
    {
      key: 'actions',
      header: text.actions,
      width: '264px',
      align: 'end',
      render: (wave) => (
        <Group gap={8} justify="flex-end" wrap="nowrap">
          <Button
            variant="default"
            size="compact-sm"
            disabled={wave.people === 0}
            aria-label={text.revealOf(wave.name)}
            onClick={() => props.onReveal(wave)}
          >
            {text.reveal}
          </Button>
          <Button
            variant="light"
            color="red"
            size="compact-sm"
            aria-label={text.destroyOf(wave.name)}
            onClick={() => props.onDestroy(wave)}
          >
            {text.destroy}
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <DataTable
      label={text.table}
      columns={columns}
      rowCount={props.waves.length}
      rowAt={(index) => props.waves[index]}
      rowHeight={52}
    />
  );
}

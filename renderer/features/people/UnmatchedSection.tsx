import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { PeopleOverview } from '../../../shared/domain/people';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { Section } from '../../ui/Section';
import { UnmatchedTable } from './UnmatchedTable';
import { flowKey } from './waves-of';

/** The people of two waves whom only one of them has, side by side in turn, and their list as a file. */
export function UnmatchedSection(props: {
  flows: PeopleOverview['flows'];
  names: ReadonlyMap<string, string>;
}) {
  const { flows, names } = props;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.unmatched;
  const saveOutput = useSaveOutput();
  const exporting = useCommand('people.exportUnmatched');
  const [chosen, setChosen] = useState('');
  const [isFollowUp, setFollowUp] = useState(false);
  const flow = flows.find((each) => flowKey(each) === chosen) ?? flows[0];
  if (!flow) return null;
  const nameOf = (id: string) => names.get(id) ?? '';
  const { baselineWaveId, followUpWaveId } = flow;
  const side = isFollowUp
    ? { waveId: followUpWaveId, otherWaveId: baselineWaveId }
    : { waveId: baselineWaveId, otherWaveId: followUpWaveId };
  async function exportList(): Promise<void> {
    const file = await exporting.run(side);
    if (file) await saveOutput(file, text.exported(file.name));
  }
  const sideLabel = (waveId: string, count: number) =>
    text.of(nameOf(waveId), formatNumber(count, 0, locale));
  return (
    <Section title={text.title}>
      <Text c="dimmed" mb={16} maw="80ch">
        {text.text}
      </Text>
      <Group align="flex-end" justify="space-between" mb={12}>
        <Group align="flex-end" gap={16}>
          {flows.length > 1 && (
            <Select
              w={320}
              label={text.pair}
              allowDeselect={false}
              data={flows.map((each) => ({
                value: flowKey(each),
                label: `${nameOf(each.baselineWaveId)} · ${nameOf(each.followUpWaveId)}`,
              }))}
              value={flowKey(flow)}
              onChange={(value) => setChosen(value ?? '')}
            />
          )}
          <SegmentedControl
            aria-label={text.side}
            value={isFollowUp ? 'follow-up' : 'baseline'}
            onChange={(value) => setFollowUp(value === 'follow-up')}
            data={[
              { value: 'baseline', label: sideLabel(baselineWaveId, flow.onlyBaseline) },
              { value: 'follow-up', label: sideLabel(followUpWaveId, flow.onlyFollowUp) },
            ]}
          />
        </Group>
        <Button variant="default" loading={exporting.isRunning} onClick={exportList}>
          {text.export}
        </Button>
      </Group>
      <UnmatchedTable
        key={side.waveId}
        waveId={side.waveId}
        otherWaveId={side.otherWaveId}
        label={text.label(nameOf(side.waveId), nameOf(side.otherWaveId))}
      />
    </Section>
  );
}

import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { CrosswalkEntry } from '../../../shared/domain/crosswalk';
import type { Wave } from '../../../shared/domain/wave';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { Section } from '../../ui/Section';
import { CrosswalkDetails, CrosswalkTags } from './CrosswalkNotes';
import classes from './waves.module.css';

/** How each question of the instrument was put in this wave; nothing where the wave drafted the instrument. */
export function ReceiptCrosswalk(props: { wave: Wave; entries: readonly CrosswalkEntry[] }) {
  const { entries } = props;
  const { crosswalk, receipt, waves } = useTexts();
  const { locale } = useLocale();
  const text = receipt.crosswalk;
  const [showsAll, setShowsAll] = useState(false);
  const saveOutput = useSaveOutput();
  const { run, isRunning } = useCommand('wave.exportCrosswalk');
  if (entries.every(({ decision }) => decision === 'new')) return null;
  const different = entries.filter(({ statuses }) => statuses.some((status) => status !== 'same'));
  const shown = showsAll ? entries : different;
  async function exportEntries(): Promise<void> {
    const file = await run({ waveId: props.wave.id, locale });
    if (file) await saveOutput(file, waves.receipt.exported(file.name));
  }
  return (
    <Section title={text.title}>
      <p className={classes.note}>{text.text}</p>
      <Group justify="space-between" mb={8}>
        <Checkbox
          label={text.all}
          checked={showsAll}
          onChange={(event) => setShowsAll(event.currentTarget.checked)}
        />
        <Button variant="default" loading={isRunning} onClick={exportEntries}>
          {text.export}
        </Button>
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed">{text.allSame}</Text>
      ) : (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={text.title} className={classes.crosswalk}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.question}</Table.Th>
                <Table.Th>{text.header}</Table.Th>
                <Table.Th>{text.difference}</Table.Th>
                <Table.Th w={190}>{text.decision}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((entry) => (
                <Table.Tr key={entry.variableId}>
                  <Table.Td>{entry.variableLabel}</Table.Td>
                  <Table.Td>{entry.header ?? <em>{text.notAsked}</em>}</Table.Td>
                  <Table.Td>
                    <CrosswalkTags entry={entry} />
                    <CrosswalkDetails entry={entry} />
                  </Table.Td>
                  <Table.Td>
                    {crosswalk.file.decisions[entry.decision]}
                    <Text size="sm" c="dimmed">
                      {text.decidedBy[entry.decidedBy]}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}

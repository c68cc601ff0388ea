import { Button, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { Variable } from '../../../shared/domain/instrument';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { cellWords } from './cell-value';
import classes from './cleaning.module.css';
import { WaveEffect } from './PreviewNote';
import { useValueWords } from './use-value-words';

export type LogLine = MethodOutput<'cleaning.list'>['entries'][number];

/** Entries of the cleaning log: when, who, what from and to, why, and what each did where. */
export function LogTable(props: { entries: readonly LogLine[]; all: readonly LogLine[] }) {
  const { cleaning: text } = useTexts();
  const variables = useVariablesOfLog(props.all);
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table className={classes.log} aria-label={text.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={170}>{text.columns.when}</Table.Th>
            <Table.Th>{text.columns.change}</Table.Th>
            <Table.Th>{text.columns.reason}</Table.Th>
            <Table.Th>{text.columns.effect}</Table.Th>
            <Table.Th w={96} aria-label={text.columns.actions} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.entries.map((line) => (
            <LogRow key={line.entry.id} line={line} known={variables.get(line.entry.variableId)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type LineProps = { line: LogLine; known: Variable | undefined };

function LogRow({ line, known }: LineProps) {
  const { entry, variable, waves } = line;
  const { cleaning: text } = useTexts();
  const { locale } = useLocale();
  const { announceDeletion } = useHistory();
  const remove = useCommand('cleaning.remove');
  async function removeEntry(): Promise<void> {
    if (await remove.run({ cleaningId: entry.id })) announceDeletion(text.removed(variable));
  }
  return (
    <Table.Tr>
      <Table.Td>
        {formatInstant(entry.at, locale)}
        <Text size="sm" c="dimmed">
          {entry.who}
        </Text>
      </Table.Td>
      <Table.Td className={classes.change}>
        <Change line={line} known={known} />
      </Table.Td>
      <Table.Td className={classes.change}>{entry.reason}</Table.Td>
      <Table.Td>
        <ul className={classes.effects}>
          {waves.map(({ waveId, outcome }) => (
            <li key={waveId}>
              <WaveEffect waveId={waveId} outcome={outcome} saysReplayed />
            </li>
          ))}
          {waves.length === 0 && <li>{text.noEffect}</li>}
        </ul>
        <Text size="sm" c="dimmed">
          {text.scopes[entry.scope]}
        </Text>
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={remove.isRunning}
          aria-label={text.removeOf(variable)}
          onClick={removeEntry}
        >
          {text.remove}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function Change({ line: { entry, variable }, known }: LineProps) {
  const { cleaning: text } = useTexts();
  const { locale } = useLocale();
  const words = useValueWords();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const { change } = entry;
  const say = (value: Parameters<typeof cellWords>[0]) => cellWords(value, known, locale, words);
  const from = change.kind === 'merge' ? change.from.map(say) : [say(change.from)];
  const to = change.kind === 'merge' ? change.to.label : say(change.to);
  const place = waves.find((wave) => wave.id === entry.waveId)?.name ?? '';
  return (
    <>
      <strong>{variable}</strong>
      <div>
        {from.map((value) => `«${value}»`).join(' + ')}
        <span className={classes.arrow}>→</span>«{to}»
      </div>
      <Text size="sm" c="dimmed">
        {text.kinds[change.kind]}
        {change.kind === 'cell' && `: ${text.cellPlace(place, formatNumber(change.line, 0, locale))}`}
      </Text>
    </>
  );
}

/** The variables with the answers that merges took out of their lists: entries before a merge still speak of them. */
function useVariablesOfLog(lines: readonly LogLine[]): ReadonlyMap<string, Variable> {
  const { byId } = useVariables();
  return useMemo(() => {
    const found = new Map<string, Variable>();
    for (const { entry } of lines) {
      const known = found.get(entry.variableId) ?? byId.get(entry.variableId);
      if (!known) continue;
      const { dropped, added } = entry.options;
      const more = [...dropped.map(({ option }) => option), ...(added ? [added] : [])];
      found.set(entry.variableId, { ...known, options: [...known.options, ...more] });
    }
    return found;
  }, [lines, byId]);
}

import { Text } from '@mantine/core';
import type { CrosswalkEntry } from '../../../shared/domain/crosswalk';
import { useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { Tag } from '../../ui/Tag';

/** How one question was put in a wave: differences with the instrument, what was decided, and why. */
export function CrosswalkNotes({ entry }: { entry: CrosswalkEntry }) {
  return (
    <>
      <CrosswalkTags entry={entry} />
      <CrosswalkDetails entry={entry} />
    </>
  );
}

/** The differences as short marks; a scale left as it came asks for a look. */
export function CrosswalkTags({ entry }: { entry: CrosswalkEntry }) {
  const { crosswalk } = useTexts();
  return (
    <div>
      {entry.statuses.map((status) => (
        <Tag
          key={status}
          {...(status === 'scale-reversed' && !entry.isRealigned ? { tone: 'warning' as const } : {})}
        >
          {crosswalk.file.statuses[status]}
        </Tag>
      ))}
    </div>
  );
}

/** What was recoded, added, dropped, turned and noted. */
export function CrosswalkDetails({ entry }: { entry: CrosswalkEntry }) {
  const { crosswalk, receipt } = useTexts();
  const text = receipt.crosswalk;
  const options = useVariables().byId.get(entry.variableId)?.options ?? [];
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const lines = [
    entry.recodes.length > 0 &&
      `${text.recodes}: ${entry.recodes.map(({ from, to }) => `«${from}» → «${to === null ? text.missing : labelOf(to)}»`).join('; ')}.`,
    entry.statuses.includes('type-changed') &&
      entry.typeInFile !== null &&
      text.types(crosswalk.types[entry.typeInFile], crosswalk.types[entry.typeStored]),
    entry.isReversed && (entry.isRealigned ? text.realigned : text.reversed),
    entry.optionsAdded.length > 0 && `${text.added}: ${entry.optionsAdded.map(labelOf).join(', ')}.`,
    entry.optionsDropped.length > 0 && `${text.dropped}: ${entry.optionsDropped.map(labelOf).join(', ')}.`,
    entry.note !== null && text.note(entry.note),
  ].filter((line) => line !== false);
  return lines.map((line) => (
    <Text key={line} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {line}
    </Text>
  ));
}

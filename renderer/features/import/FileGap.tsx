import { useQueryMethod } from '../../state/use-query-method';
import { GapNote } from '../templates/GapNote';
import type { ImportWork } from './use-import-draft';

/**
 * Says which questions of an instrument without waves the file does not answer, and what falls with them. Later files are
 * compared with the waves before them, which the differences tell.
 */
export function FileGap({ work }: { work: ImportWork }) {
  const waves = useQueryMethod('wave.list', {});
  const instrumentId = work.instrument?.id ?? null;
  const isFirst = waves.data?.waves.every((wave) => wave.instrumentId !== instrumentId) ?? false;
  const variableIds = work.columns.flatMap((column) =>
    column.action === 'drop' || column.variableId === null ? [] : [column.variableId],
  );
  const input = instrumentId && isFirst ? { instrumentId, variableIds } : null;
  const gap = useQueryMethod('instrument.gap', input, { keepsPrevious: true });
  return gap.data ? <GapNote gap={gap.data} wave={null} /> : null;
}

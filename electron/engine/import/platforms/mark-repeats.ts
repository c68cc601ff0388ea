import type { ColumnProfile } from '../../../../shared/domain/import';
import type { PlatformFinding, SourceTable } from '../../../../shared/domain/source';

/**
 * The sheets of a KoboToolbox workbook: the first holds the forms, the others their repeated groups, each row of which
 * names its parent by number. The sheet that is read says itself which its parent is, since a repeat may stand inside
 * another.
 */
export function markRepeats(
  tables: readonly SourceTable[],
  platform: PlatformFinding | null,
  { tableId, columns }: { tableId: string | null; columns: readonly ColumnProfile[] },
): SourceTable[] {
  const [main] = tables;
  if (platform?.platform !== 'kobotoolbox' || !main || tables.length < 2) return [...tables];
  const named = columns.find(({ proposal }) => proposal.header.trim() === '_parent_table_name');
  const own = tables.find(({ id }) => named?.distinct === 1 && id === named.topValues[0]?.value) ?? main;
  return tables.map((table) => {
    if (table === main || table.kind !== 'sheet') return table;
    const parent = table.id === tableId && own !== table ? own : main;
    return {
      ...table,
      kind: 'repeat',
      parent: { tableId: parent.id, key: '_index', parentKey: '_parent_index' },
    };
  });
}

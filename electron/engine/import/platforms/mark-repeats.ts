import type { PlatformFinding, SourceTable } from '../../../../shared/domain/source';

/**
 * The sheets of a KoboToolbox workbook: the first holds the forms, the others their repeated groups, each row of which
 * names its parent by number.
 */
export function markRepeats(tables: readonly SourceTable[], platform: PlatformFinding | null): SourceTable[] {
  const [main] = tables;
  if (platform?.platform !== 'kobotoolbox' || !main || tables.length < 2) return [...tables];
  return tables.map((table) =>
    table === main || table.kind !== 'sheet'
      ? table
      : { ...table, kind: 'repeat', parent: { tableId: main.id, key: '_index', parentKey: '_parent_index' } },
  );
}

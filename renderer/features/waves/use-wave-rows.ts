import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { type Table, tableFromIPC } from 'apache-arrow';
import { useCallback, useState } from 'react';
import type { WaveId } from '../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../shared/errors';
import { useClient } from '../../state/host-context';

const blockRows = 200;
const settleMs = 60;
const forgetAfterMs = 60_000;
const noNames: readonly string[] = [];

/** One stored row; `valueOf` takes the name of a column. */
export type StoredRow = { valueOf: (name: string) => unknown };
export type WaveRowsAnswer = {
  /** Null until the first block is there. */
  total: number | null;
  columnNames: readonly string[];
  rowAt: (index: number) => StoredRow | undefined;
  onRange: (first: number, last: number) => void;
  error: AppError | null;
  retry: () => void;
};

/**
 * The stored rows of a wave, fetched in blocks around what is in view. Scrolling past a block before it arrives
 * cancels it; blocks out of view are forgotten after a while.
 */
export function useWaveRows(waveId: WaveId): WaveRowsAnswer {
  const client = useClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [settled] = useDebouncedValue(range, settleMs);
  const firstBlock = Math.floor(settled.first / blockRows);
  const lastBlock = Math.floor(settled.last / blockRows);
  const blocks = [
    ...new Set([0, ...Array.from({ length: lastBlock - firstBlock + 1 }, (_, at) => firstBlock + at)]),
  ];
  const queries = useQueries({
    queries: blocks.map((block) => {
      const input = { waveId, offset: block * blockRows, limit: blockRows };
      return {
        queryKey: ['wave.rows', input],
        gcTime: forgetAfterMs,
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const { total, table } = await client.call('wave.rows', input, { signal });
          const { names, rows } = rowsOf(tableFromIPC(table));
          return { total, names, rows };
        },
      };
    }),
  });
  const rowsOfBlock = new Map(blocks.map((block, at) => [block, queries[at]?.data?.rows]));
  const first = queries[0];
  const failed = queries.find((query) => query.error !== null);
  const onRange = useCallback(
    (from: number, to: number) =>
      setRange((now) => (now.first === from && now.last === to ? now : { first: from, last: to })),
    [],
  );
  return {
    total: first?.data?.total ?? null,
    columnNames: first?.data?.names ?? noNames,
    rowAt: (index) => rowsOfBlock.get(Math.floor(index / blockRows))?.[index % blockRows],
    onRange,
    error: failed?.error ? asAppError(failed.error) : null,
    retry: () => {
      for (const query of queries) if (query.error) void query.refetch();
    },
  };
}

/** Each row once, so that rows already drawn are known to be the same. */
function rowsOf(table: Table): { names: string[]; rows: StoredRow[] } {
  const columns = new Map(table.schema.fields.map((field) => [field.name, table.getChild(field.name)]));
  const rows = Array.from({ length: table.numRows }, (_, at) => ({
    valueOf: (name: string): unknown => columns.get(name)?.get(at),
  }));
  return { names: [...columns.keys()], rows };
}

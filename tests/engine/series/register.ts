import { sql } from '../../../electron/engine/db/sql';
import { computeSeries } from '../../../electron/engine/series/compute';
import { neverCancelled } from '../../../shared/cancel';
import type { IndicatorDraft } from '../../../shared/domain/indicator';
import type { ProjectSettings } from '../../../shared/domain/project';
import type { SeriesResult, SeriesSpec } from '../../../shared/domain/series';
import { Wave } from '../../../shared/domain/wave';
import {
  type CellValue,
  type ComparisonProject,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

export type RegisterRow = {
  day: string | null;
  channel?: string | null;
  solved?: boolean | null;
  kilos?: number;
};

export type Register = {
  project: ComparisonProject;
  compute(more?: Partial<SeriesSpec>): Promise<SeriesResult>;
  /** Declares from when to when a file was kept. */
  declare(position: number, startDate: string, endDate: string): Promise<void>;
  close(): Promise<void>;
};

/** A register of synthetic attentions in one or several files. */
export async function startRegister(
  files: readonly (readonly RegisterRow[])[],
  {
    indicators = [],
    settings = {},
  }: { indicators?: readonly IndicatorDraft[]; settings?: Partial<ProjectSettings> } = {},
): Promise<Register> {
  const project = await startComparisonProject({
    variables: {
      day: { type: 'date', label: 'Fecha de atención' },
      channel: { type: 'single', options: ['oficina', 'web', 'totem'] },
      solved: { type: 'boolean' },
      kilos: { type: 'decimal' },
    },
    waves: files.map((rows, position) => ({
      name: `Registro ${position + 1}`,
      rows: rows.map(
        (row): Record<string, CellValue> => ({ channel: null, solved: null, kilos: null, ...row }),
      ),
    })),
    indicators,
    settings,
  });
  const spec: SeriesSpec = {
    waveIds: files.map((_, position) => waveId(position)),
    dateVariableId: variableId('day'),
    period: 'month',
    measure: { kind: 'cases' },
    filter: null,
    cutDate: null,
    from: null,
    to: null,
    lags: null,
    seasonality: 'none',
    includePartial: false,
    confidenceLevel: 0.95,
    audience: 'publication',
  };
  return {
    project,
    compute: (more = {}) =>
      computeSeries(
        project.context,
        { ...spec, ...more },
        { signal: neverCancelled, report: () => undefined },
      ),
    declare: (position, startDate, endDate) =>
      project.context.project().write(neverCancelled, async (session) => {
        const row = await session.first(sql`select body from wave where id = ${waveId(position)}`);
        const wave = Wave.parse({ ...JSON.parse(String(row?.body)), startDate, endDate });
        await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${waveId(position)}`);
      }),
    close: () => project.close(),
  };
}

/** So many rows in a month, spread over days that lie in whole weeks of it, the first day among them. */
export function monthRows(month: string, count: number, more: Omit<RegisterRow, 'day'> = {}): RegisterRow[] {
  return Array.from({ length: count }, (_, index) => ({
    day: `${month}-${String((index % 28) + 1).padStart(2, '0')}`,
    ...more,
  }));
}

/** The names of months from one on: `2022-11`, `2022-12`, `2023-01`, … */
export function monthsFrom(first: string, count: number): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const place = year * 12 + month - 1 + index;
    return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
  });
}

import { Comparison } from '../../../shared/domain/comparison';
import { Indicator } from '../../../shared/domain/indicator';
import { Instrument } from '../../../shared/domain/instrument';
import { Measurement } from '../../../shared/domain/measurement';
import type { Practice } from '../../../shared/domain/practice';
import type { Report } from '../../../shared/domain/report';
import type { Wave } from '../../../shared/domain/wave';
import type { Session } from '../db/session';
import { listDefinitions } from '../definitions/definition-store';
import { listPractices, listWaves } from '../projects/open-project';
import { listReports } from '../reports/report-store';

/** What the project holds, by id. */
export type Holdings = {
  instruments: ReadonlyMap<string, Instrument>;
  indicators: ReadonlyMap<string, Indicator>;
  measurements: ReadonlyMap<string, Measurement>;
  comparisons: ReadonlyMap<string, Comparison>;
  reports: ReadonlyMap<string, Report>;
  practices: ReadonlyMap<string, Practice>;
  /** In the project's order. */
  waves: readonly Wave[];
};

/** Reads everything a template's way is made of. */
export async function readHoldings(session: Session): Promise<Holdings> {
  return {
    instruments: byId(await listDefinitions(session, 'instrument', Instrument)),
    indicators: byId(await listDefinitions(session, 'indicator', Indicator)),
    measurements: byId(await listDefinitions(session, 'measurement', Measurement)),
    comparisons: byId(await listDefinitions(session, 'comparison', Comparison)),
    reports: byId(await listReports(session)),
    practices: byId(await listPractices(session)),
    waves: await listWaves(session),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}

/** The ids of a use that still name something; those of deleted or undone things are left out. */
export function livingIds(ids: Readonly<Record<string, string>>, held: Holdings): Record<string, string> {
  const variables = new Set(
    [...held.instruments.values()].flatMap((instrument) =>
      instrument.variables.map(({ id }) => id as string),
    ),
  );
  const waves = new Set(held.waves.map(({ id }) => id as string));
  const lives: Record<string, (id: string) => boolean> = {
    instrument: (id) => held.instruments.has(id),
    variable: (id) => variables.has(id),
    indicator: (id) => held.indicators.has(id),
    measurement: (id) => held.measurements.has(id),
    comparison: (id) => held.comparisons.has(id),
    wave: (id) => waves.has(id),
    claim: () => true,
  };
  return Object.fromEntries(
    Object.entries(ids).filter(([reference, id]) => lives[reference.split(':')[0] ?? '']?.(id)),
  );
}

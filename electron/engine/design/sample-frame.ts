import type { SampleSize } from '../../../shared/domain/comparison';
import type { SamplingDesign } from '../../../shared/domain/design';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { SampledStratum, SampleFrame } from '../../../shared/stats/design/types';
import { asCount, type Row, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { groupExpression } from '../indicators/grouping';
import { waveTable } from '../projects/open-project';
import type { ResolvedSampling } from './resolved-sampling';

/** The sample of a wave as it was found. */
export type WaveSample = {
  frame: SampleFrame;
  size: SampleSize;
  /** Rows in the sample of each cluster; null where no cluster is declared or a name stands in several strata. */
  rowsByCluster: ReadonlyMap<string, number> | null;
};

type Unit = { stratum: string | null; cluster: string | null; rows: number };

/** The rows of a wave that are in its sample: those with a positive weight; null where no weight is declared. */
export function inSample({ weight }: ResolvedSampling): Sql | null {
  return weight ? sql`${weightExpression(weight)} > 0` : null;
}

/** The weight of a row as a double, null where it was not written. */
export function weightExpression(weight: Variable): Sql {
  return sql`${ident(weight.id)}::double`;
}

/**
 * Strata, clusters and sizes of a wave's sample. Throws `weights-invalid`, `design-value-missing`,
 * `population-incomplete` (sizes for some strata, not for others) and `population-too-small`.
 */
export async function readWaveSample(
  session: Session,
  wave: Wave,
  sampling: ResolvedSampling,
): Promise<WaveSample> {
  if (sampling.weight) await assertWeights(session, wave, sampling.weight);
  const rows = await session.all(
    sql`select ${nameOf(sampling.stratum)} as stratum, ${nameOf(sampling.cluster)} as cluster,
          count_if(${inSample(sampling) ?? sql`true`}) as size, count(*) as people, min(line) as line
        from ${ident(waveTable(wave.id))} group by all order by all`,
  );
  const found = rows.filter((row) => asCount(row.size) > 0);
  for (const [key, variable] of [
    ['stratum', sampling.stratum],
    ['cluster', sampling.cluster],
  ] as const) {
    if (variable) await assertNamed(session, wave, sampling, variable, found, key);
  }
  const units = found.map(
    (row): Unit => ({
      stratum: row.stratum === null ? null : String(row.stratum),
      cluster: row.cluster === null ? null : String(row.cluster),
      rows: asCount(row.size),
    }),
  );
  const strata = groupStrata(wave, units, sampling);
  const size = units.reduce((sum, unit) => sum + unit.rows, 0);
  return {
    frame: { strata, lonelyStratum: sampling.design.lonelyStratum },
    size: {
      waveId: wave.id,
      rows: size,
      weightless: wave.rows - size,
      strata: sampling.stratum ? strata.length : null,
      clusters: sampling.cluster ? units.length : null,
    },
    rowsByCluster: sampling.cluster ? rowsByCluster(units) : null,
  };
}

function nameOf(variable: Variable | null): Sql {
  return variable ? groupExpression(variable) : sql`null::varchar`;
}

async function assertWeights(session: Session, wave: Wave, weight: Variable): Promise<void> {
  const value = weightExpression(weight);
  const isMissing = sql`(${value} is null or not isfinite(${value}))`;
  const isNegative = sql`(isfinite(${value}) and ${value} < 0)`;
  const row = await session.first(
    sql`select count_if(${isMissing}) as missing, count_if(${isNegative}) as negative, count_if(${value} > 0) as positive,
          min(line) filter (where ${isMissing} or ${isNegative}) as line
        from ${ident(waveTable(wave.id))}`,
  );
  const counted = (name: string): number => asCount(row?.[name] ?? 0);
  const place = { wave: wave.name, variableId: weight.id, variable: weight.label };
  const [missing, negative] = [counted('missing'), counted('negative')];
  if (missing > 0 || negative > 0) {
    throw new AppError('weights-invalid', {
      ...place,
      ...(missing > 0 ? { missing } : {}),
      ...(negative > 0 ? { negative } : {}),
      line: counted('line'),
    });
  }
  if (wave.rows > 0 && counted('positive') === 0) {
    throw new AppError('weights-invalid', { ...place, positive: 0 });
  }
}

async function assertNamed(
  session: Session,
  wave: Wave,
  sampling: ResolvedSampling,
  variable: Variable,
  found: readonly Row[],
  key: 'stratum' | 'cluster',
): Promise<void> {
  if (!found.some((row) => row[key] === null)) return;
  const isIn = inSample(sampling);
  const row = await session.first(
    sql`select count(*) as size, min(line) as line from ${ident(waveTable(wave.id))}
        where ${ident(variable.id)} is null${isIn ? sql` and ${isIn}` : sql``}`,
  );
  throw new AppError('design-value-missing', {
    wave: wave.name,
    variableId: variable.id,
    variable: variable.label,
    count: asCount(row?.size),
    line: asCount(row?.line),
  });
}

function groupStrata(wave: Wave, units: readonly Unit[], sampling: ResolvedSampling): SampledStratum[] {
  const groups = new Map<string | null, Unit[]>();
  for (const unit of units) groups.set(unit.stratum, [...(groups.get(unit.stratum) ?? []), unit]);
  const strata = [...groups].map(
    ([stratum, members]): SampledStratum => ({
      stratum,
      clusters: sampling.cluster ? members.map(({ cluster }) => cluster ?? '') : null,
      rows: members.reduce((sum, { rows }) => sum + rows, 0),
      population: populationOf(sampling.design, wave, stratum),
    }),
  );
  assertPopulations(wave, strata);
  return strata;
}

/** The size declared for a stratum of a wave, the wave's own before that of all waves; null where there is none. */
export function populationOf(design: SamplingDesign, wave: Wave, stratum: string | null): number | null {
  const sizes = design.populations.filter((population) => population.stratum === stratum);
  const own = sizes.find(({ waveId }) => waveId === wave.id);
  return (own ?? sizes.find(({ waveId }) => waveId === null))?.size ?? null;
}

function assertPopulations(wave: Wave, strata: readonly SampledStratum[]): void {
  if (strata.every(({ population }) => population === null)) return;
  for (const { stratum, clusters, rows, population } of strata) {
    const place = { wave: wave.name, stratum };
    if (population === null) throw new AppError('population-incomplete', place);
    const sampled = clusters?.length ?? rows;
    if (population < sampled) {
      throw new AppError('population-too-small', {
        ...place,
        size: population,
        ...(clusters ? { clusters: sampled } : { people: sampled }),
      });
    }
  }
}

/**
 * Where rows have no weight of their own, a declared size gives them one, so either all waves have sizes or none.
 * Throws `population-incomplete`.
 */
export function assertSizesThroughout(
  waves: readonly Wave[],
  samples: readonly WaveSample[],
  { weight }: ResolvedSampling,
): void {
  if (weight) return;
  const hasSizes = (sample: WaveSample): boolean =>
    sample.frame.strata.some(({ population }) => population !== null);
  if (!samples.some(hasSizes)) return;
  const lacking = samples.findIndex((sample) => sample.frame.strata.length > 0 && !hasSizes(sample));
  if (lacking >= 0) throw new AppError('population-incomplete', { wave: waves[lacking]?.name ?? '' });
}

function rowsByCluster(units: readonly Unit[]): ReadonlyMap<string, number> | null {
  const rows = new Map<string, number>();
  for (const { cluster, rows: size } of units) {
    if (rows.has(cluster ?? '')) return null;
    rows.set(cluster ?? '', size);
  }
  return rows;
}

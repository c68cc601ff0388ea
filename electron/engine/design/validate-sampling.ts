import type { SamplingDesign } from '../../../shared/domain/design';
import { isNumeric, type Variable, type VariableType } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { asCount } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { groupExpression } from '../indicators/grouping';
import { waveTable } from '../projects/open-project';

const groupTypes: readonly VariableType[] = ['single', 'ordinal', 'boolean', 'text', 'integer'];
// A household or a class may be known by a code that was pseudonymised.
const clusterTypes: readonly VariableType[] = [...groupTypes, 'identifier'];

/**
 * Checks that a sampling design can be used with an instrument and its waves. Throws `variable-missing` and
 * `design-invalid` with a `reason`: `weight-not-numeric`, `stratum-not-groups`, `cluster-not-groups`,
 * `design-variable-repeated`, `population-repeated`, `population-wave-unknown`, `population-stratum-unknown`.
 */
export async function validateSampling(
  session: Session,
  sampling: SamplingDesign,
  variables: readonly Variable[],
  waves: readonly Wave[],
): Promise<void> {
  const { stratumId, clusterId, weightId } = sampling;
  const named = [stratumId, clusterId, weightId].filter((id) => id !== null);
  const stratum = findVariable(variables, stratumId);
  const cluster = findVariable(variables, clusterId);
  const weight = findVariable(variables, weightId);
  if (weight && !isNumeric(weight)) throw unfit('weight-not-numeric', weight);
  if (stratum && (isPersonal(stratum) || !groupTypes.includes(stratum.type))) {
    throw unfit('stratum-not-groups', stratum);
  }
  if (cluster && (isPersonal(cluster) || !clusterTypes.includes(cluster.type))) {
    throw unfit('cluster-not-groups', cluster);
  }
  const repeated = named.find((id, index) => named.indexOf(id) !== index);
  const twice = repeated ? findVariable(variables, repeated) : null;
  if (twice) throw unfit('design-variable-repeated', twice);
  await validatePopulations(session, sampling, stratum, waves);
}

async function validatePopulations(
  session: Session,
  { populations }: SamplingDesign,
  stratum: Variable | null,
  waves: readonly Wave[],
): Promise<void> {
  const seen = new Set<string>();
  for (const { waveId, stratum: value } of populations) {
    const place = JSON.stringify([waveId, value]);
    if (seen.has(place)) throw new AppError('design-invalid', { reason: 'population-repeated', value });
    seen.add(place);
    if (waveId !== null && !waves.some(({ id }) => id === waveId)) {
      throw new AppError('design-invalid', { reason: 'population-wave-unknown' });
    }
    // A size without stratum belongs to a design without strata, one with a stratum to a design with them.
    if ((value === null) !== (stratum === null)) {
      throw new AppError('design-invalid', { reason: 'population-stratum-unknown', value });
    }
  }
  if (!stratum || populations.length === 0) return;
  const answering = waves.filter(({ variableIds }) => variableIds.includes(stratum.id));
  if (answering.length === 0) return;
  const values = [...new Set(populations.flatMap(({ stratum: value }) => (value === null ? [] : [value])))];
  const found = join(
    answering.map(({ id }) => sql`select ${groupExpression(stratum)} as s from ${ident(waveTable(id))}`),
    ' union ',
  );
  for (const value of values) {
    const row = await session.first(sql`select count(*) as n from (${found}) where s = ${value}`);
    if (asCount(row?.n) === 0) {
      throw new AppError('design-invalid', { reason: 'population-stratum-unknown', value });
    }
  }
}

function findVariable(variables: readonly Variable[], id: string | null): Variable | null {
  if (id === null) return null;
  const variable = variables.find((candidate) => candidate.id === id);
  if (!variable) throw new AppError('variable-missing', { variableId: id });
  return variable;
}

/** True for a detail of a person that was kept as it is; a pseudonym is none. */
function isPersonal({ type, identity }: Variable): boolean {
  return identity !== null && type !== 'identifier';
}

function unfit(reason: string, { id, label, type }: Variable): AppError {
  return new AppError('design-invalid', { reason, variableId: id, variable: label, type });
}

import type { Instrument, Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import { asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { listWaves, waveTable } from '../projects/open-project';

/** Types whose stored values are the same kind of text, so that one may become the other. */
const oneAnswer: readonly Variable['type'][] = ['single', 'ordinal'];

/**
 * Checks that a change of a variable leaves the stored answers true. Throws `variable-type` for a type that is stored
 * otherwise and `variable-in-use` for an option taken away that somebody chose.
 */
export async function checkVariableUpdate(
  session: Session,
  instrument: Instrument,
  before: Variable,
  after: Variable,
): Promise<void> {
  const isSameStorage =
    before.type === after.type || (oneAnswer.includes(before.type) && oneAnswer.includes(after.type));
  const isIdentifier = (before.type === 'identifier') !== (after.type === 'identifier');
  if (!isSameStorage || isIdentifier) {
    throw new AppError('variable-type', { variable: before.label, type: before.type, found: after.type });
  }
  const kept = new Set(after.options.map((option) => option.value));
  const removed = before.options.map((option) => option.value).filter((value) => !kept.has(value));
  if (removed.length === 0) return;
  for (const wave of await listWaves(session)) {
    if (wave.instrumentId !== instrument.id || !wave.variableIds.includes(before.id)) continue;
    const column = ident(before.id);
    const answer = before.type === 'multiple' ? sql`unnest(${column})` : sql`cast(${column} as varchar)`;
    const row = await session.first(
      sql`select answer from (select ${answer} as answer from ${ident(waveTable(wave.id))}) where answer in (select unnest(${removed})) limit 1`,
    );
    if (row) {
      throw new AppError('variable-in-use', {
        variable: before.label,
        value: asText(row.answer),
        wave: wave.name,
      });
    }
  }
}

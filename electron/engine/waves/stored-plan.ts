import type { CleaningEntry } from '../../../shared/domain/cleaning';
import { type ColumnPlan, ImportPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { withMergedAnswers } from '../cleaning/replay-import';
import { asText, type Session } from '../db/session';
import { sql } from '../db/sql';

/**
 * The plan a wave was imported with, as it reads the same questions today: its columns name the variables they gave,
 * and know every answer of the instrument and of the cleaning log. Throws `wave-plan-missing`.
 */
export async function storedPlan(
  session: Session,
  wave: Wave,
  instrument: Instrument,
  log: readonly CleaningEntry[],
): Promise<ImportPlan> {
  const row = await session.first(sql`select body from wave_plan where wave_id = ${wave.id}`);
  const plan = row ? ImportPlan.safeParse(JSON.parse(asText(row.body))) : null;
  if (!plan?.success) throw new AppError('wave-plan-missing', { wave: wave.name });
  const kept = plan.data.columns.filter(({ action }) => action !== 'drop');
  if (kept.length !== wave.variableIds.length) throw new AppError('wave-plan-missing', { wave: wave.name });
  let place = 0;
  const columns = plan.data.columns.map((column): ColumnPlan => {
    if (column.action === 'drop') return column;
    const variable = instrument.variables.find(({ id }) => id === wave.variableIds[place]);
    place += 1;
    if (!variable) throw new AppError('wave-plan-missing', { wave: wave.name });
    const known = new Set(column.options.map(({ value }) => value));
    const hasList = ['single', 'ordinal', 'multiple'].includes(variable.type);
    const more = hasList ? variable.options.filter(({ value }) => !known.has(value)) : [];
    return {
      ...column,
      variableId: variable.id,
      type: variable.type,
      options: [...column.options, ...more],
    };
  });
  return { ...plan.data, columns: withMergedAnswers(columns, log), instrumentId: wave.instrumentId };
}

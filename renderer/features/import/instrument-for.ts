import type { InstrumentId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';

/** Below this share of common columns a file is another questionnaire, and would spoil the answers of this one. */
const sharedEnough = 1 / 3;

/**
 * The instrument that a file most likely answers: the one with which it shares most columns, by wording or by name,
 * whatever the accents. Null, for a new instrument, where it shares fewer than a third of the shorter list.
 */
export function instrumentFor(
  columns: readonly Pick<ColumnPlan, 'header' | 'label' | 'name'>[],
  instruments: readonly Pick<Instrument, 'id' | 'variables'>[],
): InstrumentId | null {
  let best: { id: InstrumentId; share: number } | null = null;
  for (const { id, variables } of instruments) {
    const known = new Set(variables.flatMap(({ label, name }) => [fold(label), fold(name)]));
    const shared = columns.filter(({ header, label, name }) =>
      [header, label, name].some((wording) => known.has(fold(wording))),
    );
    const share = shared.length / Math.max(1, Math.min(columns.length, variables.length));
    if (share >= sharedEnough && share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? null;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

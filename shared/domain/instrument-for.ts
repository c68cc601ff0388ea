import type { InstrumentId } from './ids';
import type { ColumnPlan } from './import';
import type { Instrument } from './instrument';
import { foldName, surveyField } from './survey-fields';

/** Below this share of common columns a file is another questionnaire, and would spoil the answers of this one. */
const sharedEnough = 1 / 3;

/** How much of an instrument a file answers. */
export type LikelyInstrument = { id: InstrumentId; shared: number; of: number };

/**
 * The instrument that a file most likely answers: the one with which it shares most columns, by wording, by name or as
 * the same field under another title ("Escuela", "Establecimiento"). Null, for a new instrument, where it shares fewer
 * than a third of the shorter list.
 */
export function likelyInstrument(
  columns: readonly Pick<ColumnPlan, 'header' | 'label' | 'name'>[],
  instruments: readonly Pick<Instrument, 'id' | 'variables'>[],
): LikelyInstrument | null {
  let best: (LikelyInstrument & { share: number }) | null = null;
  for (const { id, variables } of instruments) {
    const known = new Set(variables.flatMap(({ label, name }) => [...keysOf(label), foldName(name)]));
    const shared = columns.filter(({ header, label, name }) =>
      [...keysOf(header), ...keysOf(label), foldName(name)].some((key) => known.has(key)),
    ).length;
    const of = Math.max(1, Math.min(columns.length, variables.length));
    const share = shared / of;
    if (share >= sharedEnough && share > (best?.share ?? 0)) best = { id, shared, of, share };
  }
  return best && { id: best.id, shared: best.shared, of: best.of };
}

/** As `likelyInstrument`, only its id. */
export function instrumentFor(
  columns: readonly Pick<ColumnPlan, 'header' | 'label' | 'name'>[],
  instruments: readonly Pick<Instrument, 'id' | 'variables'>[],
): InstrumentId | null {
  return likelyInstrument(columns, instruments)?.id ?? null;
}

function keysOf(title: string): string[] {
  const field = surveyField(title);
  const folded = foldName(title);
  return [...(folded === '' ? [] : [folded]), ...(field ? [`field:${field}`] : [])];
}

import { z } from 'zod';
import { CleaningDraft, CleaningEntry, CleaningOutcome } from '../domain/cleaning';
import { CleaningId, InstrumentId, WaveId } from '../domain/ids';
import { Instrument } from '../domain/instrument';
import { OutputFile } from '../domain/report';
import { Wave } from '../domain/wave';
import { defineMethods } from './define';

/** The waves and the instrument as they are after a change of the cleaning log. */
const Changed = { instrument: Instrument, waves: z.array(Wave) };

/** The cleaning log: recodings, merges of answers and corrections of cells, kept apart from the data as read. */
export const cleaningMethods = defineMethods({
  'cleaning.list': {
    kind: 'query',
    summary: 'The cleaning log of an instrument in order, with what each entry did to each wave',
    input: z.strictObject({ instrumentId: InstrumentId }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          entry: CleaningEntry,
          variable: z.string(),
          waves: z.array(z.strictObject({ waveId: WaveId, outcome: CleaningOutcome })),
        }),
      ),
    }),
  },
  'cleaning.preview': {
    kind: 'query',
    summary: 'How many cells of which waves a change would touch, before it is made',
    input: CleaningDraft,
    output: z.strictObject({
      waves: z.array(z.strictObject({ waveId: WaveId, outcome: CleaningOutcome })),
      cells: z.int().nonnegative(),
      /** Indicators that will count the new answer where they counted all those merged into it. */
      indicators: z.array(z.string()),
    }),
  },
  'cleaning.add': {
    kind: 'command',
    summary: 'Recode an answer, merge answers or correct one cell, with a reason; it can be undone',
    input: CleaningDraft,
    output: z.strictObject({ entry: CleaningEntry, ...Changed }),
  },
  'cleaning.remove': {
    kind: 'command',
    summary: 'Take an entry out of the cleaning log: the values it changed come back; it can be undone',
    input: z.strictObject({ cleaningId: CleaningId }),
    output: z.strictObject(Changed),
  },
  'cleaning.export': {
    kind: 'command',
    summary:
      'Write the cleaning log of an instrument as CSV: who, when, wave, row, variable, old, new and reason',
    input: z.strictObject({ instrumentId: InstrumentId }),
    output: OutputFile,
  },
});

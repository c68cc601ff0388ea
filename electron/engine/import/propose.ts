import type { z } from 'zod';
import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import { ImportPlan } from '../../../shared/domain/import';
import { likelyInstrument } from '../../../shared/domain/instrument-for';
import { proposeWave } from '../../../shared/domain/propose-wave';
import type { EngineContext } from '../context';
import { getInstrument, listInstruments, listWaves } from '../projects/open-project';
import { inspectFile } from './inspect';
import { matchColumns } from './match';
import { readFileEvidence } from './matching/file-evidence';
import { prepareWithHeaders } from './platforms/two-header-rows';
import type { PreparedFile } from './prepared-file';
import { prepareSeveral } from './several-files';
import { findWaveDays } from './wave-days';

type Reading = Omit<ParsedInput<'import.inspect'>, never>;

/** The file of an inspection as it was made ready for it. */
export async function prepareReading(
  context: EngineContext,
  reading: Reading,
  call: Call,
): Promise<PreparedFile> {
  const isSeveral = reading.additionalFiles.length > 0;
  const made = isSeveral
    ? await prepareSeveral(context, reading, call)
    : await prepareWithHeaders(context, reading, call);
  return made.prepared;
}

/**
 * Inspects a file and drafts its import to the end: the instrument it most likely answers (or the one given), how its
 * columns match, the wave's name, moment and days, and a plan that `wave.import` takes as it is. Nothing is stored.
 * Throws what the inspection throws and `instrument-missing`.
 */
export async function proposeImport(
  context: EngineContext,
  { instrumentId, isNew, ...reading }: ParsedInput<'import.propose'>,
  call: Call,
): Promise<MethodOutput<'import.propose'>> {
  const inspection = await inspectFile(context, reading, call);
  const prepared = await prepareReading(context, reading, call);
  const own = inspection.columns.map(({ proposal }) => proposal);
  return context.project().read(call.signal, async (session) => {
    const likely = isNew || instrumentId ? null : likelyInstrument(own, await listInstruments(session));
    const chosenId = isNew ? null : (instrumentId ?? likely?.id ?? null);
    const instrument = chosenId ? await getInstrument(session, chosenId) : null;
    const earlier = instrument
      ? (await listWaves(session)).filter((wave) => wave.instrumentId === instrument.id)
      : [];
    const matched = instrument
      ? matchColumns(instrument, own, await readFileEvidence(session, prepared, instrument, own, earlier))
      : { matches: [], columns: own };
    const { wave, evidence } = proposeWave({
      fileNames: inspection.files.map(({ fileName }) => fileName),
      texts: inspection.preamble,
      days: await findWaveDays(session, prepared, inspection.columns),
      saysSynthetic: inspection.saysSynthetic,
      earlier,
    });
    return {
      inspection,
      plan: ImportPlan.parse({
        fileId: reading.fileId,
        sha256: inspection.sha256,
        dialect: inspection.dialect,
        additionalFiles: reading.additionalFiles,
        label: inspection.files[0]?.label ?? null,
        codebookFileId: reading.codebookFileId,
        columns: matched.columns,
        matches: matched.matches,
        wave,
        instrumentId: instrument?.id ?? null,
        instrumentName: instrument ? null : wave.name,
        repeatedIdentifiers: 'set-aside',
      } satisfies z.input<typeof ImportPlan>),
      matches: matched.matches,
      waveEvidence: [
        ...(likely
          ? [
              {
                aspect: 'instrument' as const,
                why: 'instrument-shared' as const,
                details: { instrument: instrument?.name ?? '', shared: likely.shared, of: likely.of },
              },
            ]
          : []),
        ...evidence,
      ],
    };
  });
}

/** Matches columns to an instrument, by the cells of the file where it is given. */
export async function matchFile(
  context: EngineContext,
  { instrumentId, columns, reading }: ParsedInput<'import.match'>,
  call: Call,
): Promise<MethodOutput<'import.match'>> {
  const prepared = reading ? await prepareReading(context, reading, call) : null;
  return context.project().read(call.signal, async (session) => {
    const instrument = await getInstrument(session, instrumentId);
    if (!prepared) return matchColumns(instrument, columns);
    const earlier = (await listWaves(session)).filter((wave) => wave.instrumentId === instrumentId);
    return matchColumns(
      instrument,
      columns,
      await readFileEvidence(session, prepared, instrument, columns, earlier),
    );
  });
}

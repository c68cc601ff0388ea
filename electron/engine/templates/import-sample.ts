import path from 'node:path';
import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import type { DialectCorrections } from '../../../shared/domain/dialect';
import { FileId, InstrumentId, MeasurementId } from '../../../shared/domain/ids';
import type { PracticeTemplate, TemplateSample } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import { codingHandlers } from '../coding/handlers';
import type { EngineContext } from '../context';
import { importWave } from '../import/import-wave';
import { prepareReading, proposeImport } from '../import/propose';
import { livingIds, readHoldings } from './made';
import { loadTemplate } from './template-store';
import { getUse, writeUse } from './template-use';

type Imported = MethodOutput<'template.importSample'>['imported'][number];

/**
 * Imports the synthetic files of a template as an analyst would who accepts every proposal: inspected, proposed, matched
 * with the instrument, imported, each with its receipt. A sample whose wave is there is left as it is. Throws
 * `template-missing` (never used, or no such sample), `instrument-missing` and what an import throws.
 */
export async function importSamples(
  context: EngineContext,
  { practiceId, sampleKey }: ParsedInput<'template.importSample'>,
  call: Call,
): Promise<MethodOutput<'template.importSample'>> {
  const use = await context.project().read(call.signal, (session) => getUse(session, practiceId));
  const template = await loadTemplate(context.options.resourcesFolder, use.slug);
  const samples = template.samples.filter(({ key }) => sampleKey === null || key === sampleKey);
  if (samples.length === 0) throw new AppError('template-missing', { slug: use.slug, sample: sampleKey });
  const imported: Imported[] = [];
  for (const sample of samples) imported.push(await importSample(context, practiceId, sample, call));
  await readCodings(context, { practiceId, template, imported }, call);
  return { imported };
}

/** Reads the coding sheets of the measurements whose waves were imported just now. Throws what `coding.importSheet` throws. */
async function readCodings(
  context: EngineContext,
  {
    practiceId,
    template,
    imported,
  }: { practiceId: string; template: PracticeTemplate; imported: Imported[] },
  call: Call,
): Promise<void> {
  const made = template.samples.filter(({ key }) =>
    imported.some(({ sampleKey, outcome }) => sampleKey === key && outcome === 'made'),
  );
  const due = template.codings.filter(({ measurement }) => {
    const body = template.measurements.find(({ key }) => key === measurement)?.body;
    return made.some(({ instrument }) => body?.instrumentId === `@instrument:${instrument}`);
  });
  if (due.length === 0) return;
  const ids = await context.project().read(call.signal, async (session) => {
    const { ids: used } = await getUse(session, practiceId);
    return livingIds(used, await readHoldings(session));
  });
  for (const { measurement, coder, file } of due) {
    const measurementId = ids[`measurement:${measurement}`];
    if (!measurementId) continue;
    const fileId = await grantSample(context, file);
    const input = { measurementId: MeasurementId.parse(measurementId), fileId, coder };
    await codingHandlers['coding.importSheet'](context, input, call);
  }
}

async function importSample(
  context: EngineContext,
  practiceId: string,
  sample: TemplateSample,
  call: Call,
): Promise<Imported> {
  const { ids, there } = await context.project().read(call.signal, async (session) => {
    const held = await readHoldings(session);
    const living = livingIds((await getUse(session, practiceId)).ids, held);
    return { ids: living, there: held.waves.find(({ id }) => id === living[`wave:${sample.key}`]) };
  });
  if (there) {
    const { id: waveId, name, rows } = there;
    const rowsOf = { rowsRead: rows, rowsKept: rows, columnsNew: 0 };
    return { sampleKey: sample.key, waveId, name, outcome: 'kept', ...rowsOf };
  }
  const instrumentId = ids[`instrument:${sample.instrument}`];
  if (!instrumentId) throw new AppError('instrument-missing', { instrument: sample.instrument });
  const reading = await readingOf(context, sample, call);
  const { plan, matches } = await proposeImport(
    context,
    { ...reading, instrumentId: InstrumentId.parse(instrumentId), isNew: false },
    call,
  );
  const { wave, receipt } = await importWave(
    context,
    { ...plan, wave: { ...sample.wave, isSynthetic: true } },
    call,
  );
  await context.project().write(call.signal, async (session) => {
    const use = await getUse(session, practiceId);
    await writeUse(session, { ...use, ids: { ...use.ids, [`wave:${sample.key}`]: wave.id } });
  });
  return {
    sampleKey: sample.key,
    waveId: wave.id,
    name: wave.name,
    outcome: 'made',
    rowsRead: receipt.rowsRead,
    rowsKept: receipt.rowsKept,
    columnsNew: matches.filter(({ statuses }) => statuses.includes('new')).length,
  };
}

type Reading = Parameters<typeof prepareReading>[1];

async function grantSample(context: EngineContext, file: string): Promise<FileId> {
  const full = path.join(context.options.resourcesFolder, 'sample-data', file);
  return FileId.parse((await context.files.grantPath(full, 'read')).fileId);
}

async function readingOf(context: EngineContext, sample: TemplateSample, call: Call): Promise<Reading> {
  const grant = (file: string): Promise<FileId> => grantSample(context, file);
  const additionalFiles: Reading['additionalFiles'] = [];
  for (const { file, label } of sample.additionalFiles) {
    additionalFiles.push({ fileId: await grant(file), label });
  }
  const reading: Reading = {
    fileId: await grant(sample.file),
    corrections: sample.corrections,
    additionalFiles,
    label: sample.label,
    codebookFileId: null,
  };
  return sample.table === null
    ? reading
    : { ...reading, corrections: await withTable(context, reading, sample, call) };
}

/** The table is named by the template and known by its id to the reader. Throws `table-missing`. */
async function withTable(
  context: EngineContext,
  reading: Reading,
  { table, file }: TemplateSample,
  call: Call,
): Promise<DialectCorrections> {
  const { source } = await prepareReading(context, { ...reading, additionalFiles: [] }, call);
  const found = source.tables.find(({ name, id }) => name === table || id === table);
  if (!found) throw new AppError('table-missing', { fileName: path.basename(file), table });
  return { ...reading.corrections, tableId: found.id };
}

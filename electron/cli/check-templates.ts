import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { InstrumentId, VariableId } from '../../shared/domain/ids';
import type { Instrument } from '../../shared/domain/instrument';
import { measurementVariables } from '../../shared/domain/measurement';
import { PracticeSeed } from '../../shared/domain/practice';
import type { PracticeTemplate } from '../../shared/domain/template';
import { AppError } from '../../shared/errors';
import { pretendIds, readTemplate, type TemplateProblem } from '../../shared/templates/check';
import { resolveIndicator, resolveMeasurement } from '../../shared/templates/resolve';
import { validateIndicator } from '../engine/indicators/validate';
import { instrumentVariables } from '../engine/templates/instruments';
import { applicationFolder } from '../host/folders';

/** `npx tsx electron/cli/check-templates.ts [slug …]`: reads the templates of `seeds/templates/` and says what is wrong where. */

const root = applicationFolder();
const folder = path.join(root, 'seeds', 'templates');

function pretendInstruments(template: PracticeTemplate, ids: Record<string, string>): Instrument[] {
  return template.instruments.map((instrument) => ({
    id: InstrumentId.parse(ids[`instrument:${instrument.key}`]),
    name: instrument.name,
    version: 1,
    rowUnit: instrument.rowUnit,
    variables: instrumentVariables(instrument, (name) =>
      VariableId.parse(ids[`variable:${instrument.key}/${name}`]),
    ),
    createdAt: '2024-01-01T00:00:00.000Z',
  }));
}

/** What only shows once variables and their types are at hand. */
function definitionProblems(template: PracticeTemplate): TemplateProblem[] {
  const ids = pretendIds(template);
  const instruments = pretendInstruments(template, ids);
  const names = new Map(Object.entries(ids).map(([reference, id]) => [id, reference]));
  const indicators = template.indicators.flatMap((each): TemplateProblem[] => {
    const resolved = resolveIndicator(each, ids);
    if (!resolved.ok) return [];
    try {
      validateIndicator(resolved.value, instruments);
      return [];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [{ place: `indicators.${each.key}`, problem: `${error.code} ${JSON.stringify(error.details)}` }];
    }
  });
  const measurements = template.measurements.flatMap((each): TemplateProblem[] => {
    const resolved = resolveMeasurement(each, ids);
    if (!resolved.ok) return [];
    const home = instruments.find(({ id }) => id === resolved.value.instrumentId);
    return measurementVariables(resolved.value)
      .filter((id) => !home?.variables.some((variable) => variable.id === id))
      .map((id) => ({
        place: `measurements.${each.key}`,
        problem: `${names.get(id) ?? id} is not of its instrument «${home?.name ?? ''}»`,
      }));
  });
  return [...indicators, ...measurements, ...optionProblems(template)];
}

/** Conditions that ask for an answer the variable does not have never hold. */
function optionProblems(template: PracticeTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const visit = (node: unknown, place: string): void => {
    if (Array.isArray(node)) for (const part of node) visit(part, place);
    else if (node !== null && typeof node === 'object') {
      const { op, variableId, values } = node as Record<string, unknown>; // safe: plain JSON
      if ((op === 'is' || op === 'is-not') && typeof variableId === 'string' && Array.isArray(values)) {
        const [key, name] = variableId.replace('@variable:', '').split('/');
        const variable = template.instruments
          .find((each) => each.key === key)
          ?.variables.find((each) => each.name === name);
        const known =
          variable?.type === 'boolean' ? ['true', 'false'] : variable?.options.map(({ value }) => value);
        const strange = values.filter((value) => known && known.length > 0 && !known.includes(String(value)));
        for (const value of strange) {
          problems.push({ place, problem: `«${String(value)}» is no answer of ${variableId}` });
        }
      }
      for (const part of Object.values(node)) visit(part, place);
    }
  };
  for (const each of template.indicators) visit(each.body, `indicators.${each.key}`);
  for (const each of template.measurements) visit(each.body, `measurements.${each.key}`);
  return problems;
}

async function fileProblems(template: PracticeTemplate): Promise<TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  for (const { key, file, additionalFiles } of template.samples) {
    for (const each of [file, ...additionalFiles.map((additional) => additional.file)]) {
      const exists = await access(path.join(root, 'sample-data', each)).then(
        () => true,
        () => false,
      );
      if (!exists) problems.push({ place: `samples.${key}`, problem: `no file sample-data/${each}` });
    }
  }
  for (const { file } of template.codings) {
    const exists = await access(path.join(root, 'sample-data', file)).then(
      () => true,
      () => false,
    );
    if (!exists) problems.push({ place: `codings.${file}`, problem: `no file sample-data/${file}` });
  }
  return problems;
}

async function recordProblems(template: PracticeTemplate): Promise<TemplateProblem[]> {
  const file = path.join(root, 'seeds', 'practices', `${template.slug}.json`);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [{ place: 'slug', problem: `no record seeds/practices/${template.slug}.json` }];
  const record = PracticeSeed.safeParse(JSON.parse(text));
  if (!record.success)
    return [{ place: 'slug', problem: 'its record does not parse; claims are not checked' }];
  return template.claims
    .filter(({ claim }) => !record.data.claims.some(({ key }) => key === claim))
    .map(({ claim }) => ({ place: 'claims', problem: `the record has no claim «${claim}»` }));
}

async function check(slug: string): Promise<TemplateProblem[]> {
  const text = await readFile(path.join(folder, `${slug}.json`), 'utf8').catch(() => null);
  if (text === null) return [{ place: '(file)', problem: `no seeds/templates/${slug}.json` }];
  const { template, problems } = readTemplate(text);
  if (!template) return problems;
  const misnamed = template.slug === slug ? [] : [{ place: 'slug', problem: `is «${template.slug}»` }];
  return [
    ...misnamed,
    ...problems,
    ...definitionProblems(template),
    ...(await fileProblems(template)),
    ...(await recordProblems(template)),
  ];
}

const asked = process.argv.slice(2);
const all = (await readdir(folder).catch(() => []))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));
let failed = false;
for (const slug of asked.length > 0 ? asked : all) {
  const problems = await check(slug);
  failed ||= problems.length > 0;
  console.log(`${slug}: ${problems.length === 0 ? 'in order' : `${problems.length} to mend`}`);
  for (const { place, problem } of problems) console.log(`  ${place}: ${problem}`);
}
process.exitCode = failed ? 1 : 0;

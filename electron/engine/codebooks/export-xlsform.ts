import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import type { Instrument } from '../../../shared/domain/instrument';
import { TemplateVariable } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { xlsxOfTexts } from '../files/xlsx-writer';
import { getInstrument } from '../projects/open-project';
import { loadTemplate } from '../templates/template-store';
import { listUses } from '../templates/template-use';
import { composeXlsForm, type FormQuestion, type FormSource } from './compose-xlsform';
import { checkXlsForm, type XlsFormSheet } from './xlsform-rules';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes an instrument, of the project or of a template, as an XLSForm that keeps pyxform's published rules. An instrument
 * that a template made takes hints, sections and skips from the template. Throws `instrument-missing`,
 * `template-missing` and, for a form that would break a rule, `template-invalid`.
 */
export async function exportXlsForm(
  context: EngineContext,
  { source, locale }: ParsedInput<'instrument.exportXlsForm'>,
  call: Call,
): Promise<MethodOutput<'instrument.exportXlsForm'>> {
  const day = context.instant().slice(0, 10).replaceAll('-', '');
  const made =
    'slug' in source
      ? await fromTemplate(context, source.slug, source.instrument, day)
      : await fromProject(context, source.instrumentId, day, call);
  const { form, notes } = composeXlsForm(made, locale);
  const [problem] = checkXlsForm(form).filter(({ severity }) => severity === 'error');
  if (problem) {
    const where = `${problem.sheet} ${problem.row ?? ''}`.trim();
    throw new AppError('template-invalid', { problem: `${problem.rule} (${where}): ${problem.value}` });
  }
  const sheets = (['survey', 'choices', 'settings'] as const).map((name) => ({
    name,
    ...textsOf(form[name]),
  }));
  const bytes = await xlsxOfTexts(sheets);
  const file = await context.files.writeOutput(`${made.formId}.xlsx`, mediaType, bytes);
  return { file, notes };
}

function textsOf({ columns, rows }: XlsFormSheet): { rows: string[][]; widths: number[] } {
  const texts = [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const widths = columns.map((_column, at) =>
    Math.min(60, Math.max(10, ...texts.map((cells) => (cells[at] ?? '').length + 2))),
  );
  return { rows: texts, widths };
}

async function fromTemplate(
  context: EngineContext,
  slug: string,
  key: string,
  day: string,
): Promise<FormSource> {
  const template = await loadTemplate(context.options.resourcesFolder, slug);
  const instrument = template.instruments.find((each) => each.key === key);
  if (!instrument) throw new AppError('instrument-missing', { instrument: key });
  return {
    title: instrument.name,
    titleEnglish: instrument.nameEnglish,
    formId: formIdOf(`${slug}_${key}`),
    version: `${day}01`,
    questions: instrument.variables,
  };
}

async function fromProject(
  context: EngineContext,
  instrumentId: string,
  day: string,
  call: Call,
): Promise<FormSource> {
  const { instrument, uses } = await context.project().read(call.signal, async (session) => ({
    instrument: await getInstrument(session, instrumentId),
    uses: await listUses(session),
  }));
  const origin = await originOf(context, instrument, uses);
  return {
    title: instrument.name,
    titleEnglish: origin.titleEnglish,
    formId: formIdOf(instrument.name),
    version: `${day}${String(Math.min(99, instrument.version)).padStart(2, '0')}`,
    questions: instrument.variables.map(({ id, ...variable }) =>
      TemplateVariable.parse({ ...origin.questions.get(id), ...variable }),
    ),
  };
}

type Origin = { titleEnglish: string; questions: ReadonlyMap<string, FormQuestion> };

/** What the template behind an instrument says of its questions; nothing for an instrument of one's own. */
async function originOf(
  context: EngineContext,
  { id }: Instrument,
  uses: Awaited<ReturnType<typeof listUses>>,
): Promise<Origin> {
  for (const { slug, ids } of uses) {
    const key = Object.keys(ids).find(
      (reference) => reference.startsWith('instrument:') && ids[reference] === id,
    );
    if (!key) continue;
    const template = await loadTemplate(context.options.resourcesFolder, slug).catch(() => null);
    const instrument = template?.instruments.find((each) => `instrument:${each.key}` === key);
    if (!instrument) continue;
    const pairs = instrument.variables.flatMap((variable): [string, FormQuestion][] => {
      const variableId = ids[`variable:${instrument.key}/${variable.name}`];
      return variableId ? [[variableId, variable]] : [];
    });
    return { titleEnglish: instrument.nameEnglish, questions: new Map(pairs) };
  }
  return { titleEnglish: '', questions: new Map() };
}

/** Letters, digits and underscores, beginning with a letter. */
function formIdOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  return /^[a-z]/.test(plain) ? plain : `formulario_${plain}`.replace(/_$/, '');
}

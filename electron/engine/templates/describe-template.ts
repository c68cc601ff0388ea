import type { Call, MethodOutput } from '../../../shared/contract';
import { isShare } from '../../../shared/domain/indicator';
import { measurementKinds } from '../../../shared/domain/measurement';
import type { PracticeTemplate } from '../../../shared/domain/template';
import type { TemplateDescription } from '../../../shared/methods/template';
import { pretendIds } from '../../../shared/templates/check';
import { resolveIndicator } from '../../../shared/templates/resolve';
import type { EngineContext } from '../context';
import { readSeed } from '../practices/practice-store';
import { listPractices } from '../projects/open-project';
import { loadTemplate, templateSlugs } from './template-store';
import { listUses } from './template-use';

/** What a template brings, in the words of its files. Throws `template-missing`, `template-invalid`, `practice-missing`. */
export async function describeTemplate(context: EngineContext, slug: string): Promise<TemplateDescription> {
  const { resourcesFolder } = context.options;
  const template = await loadTemplate(resourcesFolder, slug);
  const record = await readSeed(resourcesFolder, slug);
  const ids = pretendIds(template);
  return {
    slug,
    title: record.title,
    titleEnglish: record.titleEnglish,
    municipality: record.municipality,
    summary: record.summary,
    instruments: template.instruments.map(({ key, name, rowUnit, design, variables }) => ({
      key,
      name,
      rowUnit,
      coverage: design.coverage,
      linkage: design.linkage,
      questions: variables.map((variable) => ({
        name: variable.name,
        label: variable.label,
        hint: variable.hint,
        type: variable.type,
        options: variable.options,
        isAsked: variable.isAsked,
        isRequired: variable.isRequired,
        section: variable.section,
      })),
    })),
    indicators: template.indicators.flatMap((indicator) => {
      const resolved = resolveIndicator(indicator, ids);
      if (!resolved.ok) return [];
      const { name, definition, unit, target, measure } = resolved.value;
      return [
        {
          key: indicator.key,
          name,
          definition,
          unit,
          target: target?.value ?? null,
          isShare: isShare(measure),
        },
      ];
    }),
    measurements: template.measurements.flatMap(({ key, name, body }) => {
      const kind = measurementKinds.find((each) => each === body.kind);
      return kind ? [{ key, name, kind }] : [];
    }),
    comparisons: template.comparisons.map(({ key, name }) => ({ key, name })),
    outline: template.report.blocks.map((block) => ({
      kind: String(block.kind),
      text: outlineText(template, block),
    })),
    samples: template.samples.map(({ key, wave, instrument, file, additionalFiles, shape }) => ({
      key,
      name: wave.name,
      moment: wave.moment,
      instrument,
      fileName: file.split('/').at(-1) ?? file,
      files: 1 + additionalFiles.length,
      shape,
    })),
    figures: template.figures.map(({ key, what, stated }) => ({ key, what, stated })),
    commissionCriteria: template.commission?.criteria.length ?? null,
  };
}

function outlineText(
  template: PracticeTemplate,
  block: PracticeTemplate['report']['blocks'][number],
): string {
  const named = (list: readonly { key: string; name: string }[], reference: unknown): string =>
    list.find(({ key }) => String(reference).endsWith(`:${key}`))?.name ?? '';
  if (block.kind === 'measurement') return named(template.measurements, block.measurementId);
  if ('comparisonId' in block) return named(template.comparisons, block.comparisonId);
  return String(block.text ?? block.caption ?? '');
}

/** The templates that ship with the application; one that cannot be read is left out. */
export async function listTemplates(
  context: EngineContext,
  call: Call,
): Promise<MethodOutput<'template.list'>> {
  const { resourcesFolder } = context.options;
  const { practices, uses } = await context.project().read(call.signal, async (session) => ({
    practices: await listPractices(session),
    uses: await listUses(session),
  }));
  const templates = [];
  for (const slug of await templateSlugs(resourcesFolder)) {
    const template = await loadTemplate(resourcesFolder, slug).catch(() => null);
    const record = template && (await readSeed(resourcesFolder, slug).catch(() => null));
    if (!template || !record) continue;
    const using = uses.filter((use) => use.slug === slug).map(({ practiceId }) => practiceId);
    templates.push({
      slug,
      title: record.title,
      municipality: record.municipality,
      questions: template.instruments.reduce((sum, { variables }) => sum + variables.length, 0),
      indicators: template.indicators.length,
      measurements: template.measurements.length,
      practiceIds: using.filter((id) => practices.some((practice) => practice.id === id)),
    });
  }
  return { templates };
}

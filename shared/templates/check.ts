import { FigurePlace, PracticeTemplate } from '../domain/template';
import {
  type Resolved,
  replaceInside,
  resolveBlock,
  resolveComparison,
  resolveIndicator,
  resolveMeasurement,
} from './resolve';

/** What is wrong in a template and where. `place` is the path in the file with keys in place of positions. */
export type TemplateProblem = { place: string; problem: string };

const pretendHead: Record<string, string> = {
  instrument: 'ins',
  variable: 'var',
  indicator: 'ind',
  measurement: 'mea',
  comparison: 'cmp',
  wave: 'wav',
};

/** Ids that look as they should for everything a template names, so that its definitions can be read before it is used. */
export function pretendIds(template: PracticeTemplate): Record<string, string> {
  const references = [
    ...template.instruments.flatMap(({ key, variables }) => [
      `instrument:${key}`,
      ...variables.map(({ name }) => `variable:${key}/${name}`),
    ]),
    ...template.indicators.map(({ key }) => `indicator:${key}`),
    ...template.measurements.map(({ key }) => `measurement:${key}`),
    ...template.comparisons.map(({ key }) => `comparison:${key}`),
    ...template.samples.map(({ key }) => `wave:${key}`),
  ];
  return Object.fromEntries(
    references.map((reference, index) => [
      reference,
      `${pretendHead[reference.split(':')[0] ?? '']}_${String(index + 1).padStart(6, '0')}`,
    ]),
  );
}

/** Reads a template from the text of its file. `template` null where the file cannot be read at all. */
export function readTemplate(text: string): {
  template: PracticeTemplate | null;
  problems: TemplateProblem[];
} {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { template: null, problems: [{ place: '(file)', problem: `not JSON: ${String(error)}` }] };
  }
  const parsed = PracticeTemplate.safeParse(raw);
  if (parsed.success) return { template: parsed.data, problems: checkTemplate(parsed.data) };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    place: path.join('.'),
    problem: message,
  }));
  return { template: null, problems };
}

/** Everything in a template that would fail when it is used, imported and prepared, as far as its own text tells. */
export function checkTemplate(template: PracticeTemplate): TemplateProblem[] {
  const ids = pretendIds(template);
  return [
    ...repeatedKeys(template),
    ...instrumentProblems(template),
    ...template.indicators.flatMap((each) =>
      told(`indicators.${each.key}.body`, resolveIndicator(each, ids)),
    ),
    ...template.measurements.flatMap((each) =>
      told(`measurements.${each.key}.body`, resolveMeasurement(each, ids)),
    ),
    ...template.comparisons.flatMap((each) =>
      told(`comparisons.${each.key}.body`, resolveComparison(template, each, ids)),
    ),
    ...template.report.blocks.flatMap((block, index) =>
      told(`report.blocks.${index}`, resolveBlock(block, ids)),
    ),
    ...sampleProblems(template),
    ...figureProblems(template, ids),
  ];
}

function told(place: string, resolved: Resolved<unknown>): TemplateProblem[] {
  if (resolved.ok) return [];
  return [
    ...resolved.missing.map((reference) => ({
      place,
      problem: `@${reference} names nothing in this template`,
    })),
    ...resolved.issues.map(({ path, message }) => ({
      place: path ? `${place}.${path}` : place,
      problem: message,
    })),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function repeatedKeys(template: PracticeTemplate): TemplateProblem[] {
  const lists = ['instruments', 'indicators', 'measurements', 'comparisons', 'samples', 'figures'] as const;
  return lists.flatMap((list) =>
    repeated(template[list].map(({ key }) => key)).map((key) => ({
      place: list,
      problem: `the key «${key}» stands twice`,
    })),
  );
}

function instrumentProblems(template: PracticeTemplate): TemplateProblem[] {
  return template.instruments.flatMap(({ key, variables, design }) => {
    const place = `instruments.${key}`;
    const names = variables.map(({ name }) => name);
    const unknown = [design.stratum, design.cluster, design.weight].filter(
      (name) => name !== null && !names.includes(name),
    );
    return [
      ...repeated(names).map((name) => ({ place, problem: `the variable «${name}» stands twice` })),
      ...repeated(variables.map(({ label }) => label)).map((label) => ({
        place,
        problem: `the label «${label}» stands twice; a file could not tell them apart`,
      })),
      ...unknown.map((name) => ({ place: `${place}.design`, problem: `no variable «${name}»` })),
      ...variables.flatMap((variable, index) =>
        variableProblems(`${place}.variables.${variable.name}`, variable, names.slice(0, index)),
      ),
    ];
  });
}

function variableProblems(
  place: string,
  {
    type,
    options,
    askedIf,
    optionsEnglish,
    minimum,
    maximum,
  }: PracticeTemplate['instruments'][number]['variables'][number],
  earlier: readonly string[],
): TemplateProblem[] {
  const isListed = type === 'single' || type === 'ordinal' || type === 'multiple';
  const values = options.map(({ value }) => value);
  const problems = [
    isListed && options.length < 2 ? `a ${type} question needs at least two options` : null,
    !isListed && type !== 'boolean' && options.length > 0 ? `a ${type} variable has no options` : null,
    ...repeated(values).map((value) => `the option «${value}» stands twice`),
    ...Object.keys(optionsEnglish)
      .filter((value) => !values.includes(value))
      .map((value) => `optionsEnglish: no option «${value}»`),
    askedIf && !earlier.includes(askedIf.variable)
      ? `askedIf: no earlier variable «${askedIf.variable}»`
      : null,
    minimum !== null && maximum !== null && minimum > maximum ? 'minimum is above maximum' : null,
  ];
  return problems.filter((problem) => problem !== null).map((problem) => ({ place, problem }));
}

function sampleProblems(template: PracticeTemplate): TemplateProblem[] {
  const samples = template.samples
    .filter(({ instrument }) => !template.instruments.some(({ key }) => key === instrument))
    .map(({ key, instrument }) => ({ place: `samples.${key}`, problem: `no instrument «${instrument}»` }));
  const codings = template.codings
    .filter(
      ({ measurement }) =>
        !template.measurements.some(({ key, body }) => key === measurement && body.kind === 'coding'),
    )
    .map(({ measurement, file }) => ({
      place: `codings.${file}`,
      problem: `no coding «${measurement}»`,
    }));
  return [...samples, ...codings];
}

function figureProblems(template: PracticeTemplate, ids: Record<string, string>): TemplateProblem[] {
  const places = template.figures.flatMap(({ key, place }) =>
    placeProblems(template, FigurePlace.parse(place), ids).map((problem) => ({
      place: `figures.${key}.place`,
      problem,
    })),
  );
  const claims = template.claims
    .filter(({ figure }) => !template.figures.some(({ key }) => key === figure))
    .map(({ claim, figure }) => ({ place: `claims.${claim}`, problem: `no figure «${figure}»` }));
  return [...places, ...claims];
}

function placeProblems(
  template: PracticeTemplate,
  place: FigurePlace,
  ids: Record<string, string>,
): string[] {
  if (place.kind === 'measurement') {
    const isKnown = template.measurements.some(({ key }) => key === place.measurement);
    return [
      ...(isKnown ? [] : [`no measurement «${place.measurement}»`]),
      ...(replaceInside(place.figureKey, ids) === null
        ? [`figureKey «${place.figureKey}» holds a reference that names nothing in this template`]
        : []),
    ];
  }
  const comparison = template.comparisons.find(({ key }) => key === place.comparison);
  return [
    ...(comparison ? [] : [`no comparison «${place.comparison}»`]),
    ...(template.indicators.some(({ key }) => key === place.indicator)
      ? []
      : [`no indicator «${place.indicator}»`]),
  ];
}

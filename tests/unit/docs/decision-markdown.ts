import {
  type DecisionRow,
  decisionTable,
  MEASURE_KINDS,
  type MeasureKind,
  type MethodChoice,
} from '../../../shared/stats/choose-method';
import {
  CLUSTERS_WITHOUT_DOUBT,
  FEWEST_CLUSTERS_FOR_LINEARISATION,
} from '../../../shared/stats/design/few-clusters';
import { statisticsText } from '../../../shared/text/es/statistics';
import { capital, grouped, listed, markdownTable, same } from './markdown';

const { methods, estimates, tests } = statisticsText;
const few = FEWEST_CLUSTERS_FOR_LINEARISATION;
const many = CLUSTERS_WITHOUT_DOUBT;

export const classNames = ['census', 'simple', 'score', 'few', 'some', 'design'] as const;
type ClassName = (typeof classNames)[number];

/** What a reader may have declared; kinds that go as in the class `as` are told there. */
const classes: Record<ClassName, { title: string; as?: ClassName; holds: (row: DecisionRow) => boolean }> = {
  census: {
    title: 'Se preguntó a todas las personas (censo)',
    holds: (row) => !isSample(row),
  },
  simple: {
    title: 'Muestra elegida de a una persona, sin nada más que declarar',
    holds: (row) => isSample(row) && !isDesigned(row) && row.facts.proportionInterval === 'newcombe',
  },
  score: {
    title: 'La misma muestra, si en las opciones de análisis se elige Miettinen y Nurminen',
    as: 'simple',
    holds: (row) => isSample(row) && !isDesigned(row) && row.facts.proportionInterval !== 'newcombe',
  },
  few: {
    title: `Muestra de menos de ${few} grupos, con o sin pesos, sin estratos ni tamaños de población`,
    as: 'design',
    holds: (row) => clustersOf(row) < few,
  },
  some: {
    title: `Muestra de ${few} a ${many - 1} grupos, con o sin pesos, sin estratos ni tamaños de población`,
    as: 'design',
    holds: (row) => clustersOf(row) >= few && clustersOf(row) < many,
  },
  design: {
    title: 'Toda otra muestra con estratos, grupos, pesos o tamaños de población',
    holds: (row) => isDesigned(row) && clustersOf(row) >= many,
  },
};

export const kindNames: Record<MeasureKind, string> = {
  proportion: 'porcentaje',
  'top-two-box': 'respuestas altas de una escala',
  mean: 'promedio',
  index: 'índice de varias preguntas',
  ratio: 'razón',
  rate: 'tasa',
  total: 'suma',
  count: 'cantidad',
};

/** The heading under which the guide tells a class. */
export function classTitle(name: ClassName): string {
  return classes[name].title;
}

function isSample({ facts }: DecisionRow): boolean {
  return facts.coverage === 'sample';
}

function isDesigned(row: DecisionRow): boolean {
  const { hasStrata, hasClusters, hasWeights, hasPopulation } = row.facts;
  return isSample(row) && (hasStrata || hasClusters || hasWeights || hasPopulation);
}

/** The clusters of a sample drawn without strata or sizes; without end for every other design. */
function clustersOf(row: DecisionRow): number {
  const { hasStrata, hasClusters, hasPopulation, clusters } = row.facts;
  const isCounted = isSample(row) && hasClusters && !hasStrata && !hasPopulation;
  return isCounted && clusters !== null ? clusters : Number.POSITIVE_INFINITY;
}

/** The class a row of the table of decisions belongs to. Throws where it has none, or several. */
export function classOf(row: DecisionRow): ClassName {
  return same(
    classNames.filter((name) => classes[name].holds(row)),
    `the class of ${JSON.stringify(row.facts)}`,
  );
}

/**
 * The table of decisions in Spanish words as the guide shows it: a table for each class, with kinds that agree in one
 * row. Throws where rows of one class, kind and linkage do not agree, as the guide could not tell them apart.
 */
export function decisionMarkdown(): string {
  const cells = cellsByClass();
  return classNames
    .map((name) => {
      const { title, as } = classes[name];
      const told = MEASURE_KINDS.filter((kind) => as && cells(name, kind) === cells(as, kind));
      const groups = grouped(
        MEASURE_KINDS.filter((kind) => !told.includes(kind)),
        (kind) => cells(name, kind),
      );
      const rows = [...groups].map(([line, kinds]) => [kindWords(kinds), ...line.split('\n')]);
      const heads = [
        'Indicador',
        'Cifra de cada medición',
        'Cambio, mismas personas',
        'Cambio, cortes independientes',
      ];
      const rest = as && told.length > 0 ? `\n\n${kindWords(told)}: como en «${classes[as].title}».` : '';
      return `### ${title}\n\n${markdownTable(heads, rows)}${rest}`;
    })
    .join('\n\n');
}

/** The cells of a class and kind, joined by line breaks. */
function cellsByClass(): (name: ClassName, kind: MeasureKind) => string {
  const rows = grouped(decisionTable(), (row) => `${classOf(row)} ${row.facts.kind}`);
  return (name, kind) => {
    const found = rows.get(`${name} ${kind}`) ?? [];
    const change = (linkage: 'matched' | 'independent'): string =>
      same(
        found.filter(({ facts }) => facts.linkage === linkage).map(({ choice }) => changeWords(choice)),
        `${name}, ${kind}, ${linkage}`,
      );
    const estimate = same(
      found.map(({ choice }) => estimates[choice.estimate]),
      `${name}, ${kind}`,
    );
    return [estimate, change('matched'), change('independent')].map(capital).join('\n');
  };
}

function changeWords({ change, tests: names, cautious }: MethodChoice): string {
  return [
    methods[change].name,
    names.map((name) => tests[name]).join(' o '),
    cautious ? `al lado, ${methods[cautious].name}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function kindWords(kinds: readonly MeasureKind[]): string {
  return capital(
    kinds.length === MEASURE_KINDS.length
      ? 'todos los indicadores'
      : listed(kinds.map((kind) => kindNames[kind])),
  );
}

import { computePlanning } from '../../../electron/engine/planning/compute';
import type { PlanningSpec } from '../../../shared/domain/planning';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { markdownTable } from './markdown';

const plan: PlanningSpec = {
  question: 'required-people',
  outcome: { kind: 'proportion', baseline: 0.5, change: 0.15 },
  linkage: 'independent',
  pairing: { kind: 'correlation', value: 0.5 },
  invited: 1,
  power: 0.8,
  confidenceLevel: 0.95,
  clusters: null,
  population: null,
  nonResponse: 0.1,
  attrition: 0,
};

const plans: readonly (readonly [string, Partial<PlanningSpec>])[] = [
  ['A personas distintas', {}],
  [
    'A personas distintas, 20 por escuela, con un parecido de 0,05',
    { clusters: { peopleEach: 20, intraclassCorrelation: 0.05 } },
  ],
  ['A personas distintas, de 400 que hay en total', { population: 400 }],
  [
    'A las mismas personas, con respuestas bastante parecidas (0,5) y 20 % que no se encuentra después',
    { linkage: 'matched', attrition: 0.2 },
  ],
];

/** The example of the guide: one change planned in four ways, and what a number of people can tell apart. */
export function planningMarkdown(): string {
  const rows = plans.map(([name, more]) => {
    const { completed, invited } = computePlanning({ ...plan, ...more }).answer;
    return [name, ...[completed, invited].map((people) => formatNumber(people, 0, 'es'))];
  });
  const table = markdownTable(['Plan', 'Respuestas que hacen falta', 'Personas a quienes preguntar'], rows);
  const people = 150;
  const { answer } = computePlanning({
    ...plan,
    question: 'detectable-change',
    invited: people,
    nonResponse: 0,
  });
  const reached = formatPercent(answer.change === null ? null : 0.5 + answer.change, 1, 'es');
  return `${table}\n\nY al revés: con ${people} personas que responden en cada medición se distingue una subida de 50 % a ${reached} o más.`;
}

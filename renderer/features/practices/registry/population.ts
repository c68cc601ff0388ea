import type { PracticeDraft } from '../../../../shared/domain/practice';
import { foldWords } from '../../../../shared/reference/fold';

export const populationGroups = [
  'children',
  'education',
  'families',
  'mobility',
  'leaders',
  'professionals',
  'governments',
  'everybody',
  'unsaid',
] as const;
export type PopulationGroup = (typeof populationGroups)[number];

/** Words, folded, that put a population into a group. */
const wordsOfGroups: Readonly<Record<Exclude<PopulationGroup, 'unsaid'>, RegExp>> = {
  children: /\b(?:nna|nin[oa]s?|ninez|adolescen\w*|infancia\w*|estudiantes?|children|adolescents?|pupils?)\b/,
  education:
    /\b(?:comunidad(?:es)? educativas?|docentes?|escuelas?|establecimientos?|equipos educativos|school\w*)\b/,
  families: /\b(?:famili\w*|madres?|padres?|apoderad\w*|cuidador\w*|parents?)\b/,
  mobility: /\b(?:movilidad humana|migra\w*|refugiad\w*|refugees?|extranjer\w*)\b/,
  leaders: /\b(?:lider\w*|dirigent\w*|organizacion\w*|agentes clave|influenciador\w*|leaders?)\b/,
  professionals: /\b(?:profesional\w*|tecnic\w*|professionals?)\b/,
  governments: /\b(?:gobiernos? local\w*|municipi\w*|funcionari\w*|local governments?)\b/,
  everybody: /\b(?:poblacion en general|comunidad en general|toda la (?:comuna|comunidad|poblacion))\b/,
};

/** The groups that a record's target population and priority group speak of, by their words; `unsaid` for none. */
export function populationGroupsOf(
  record: Pick<PracticeDraft, 'targetPopulation' | 'priorityGroup'>,
): PopulationGroup[] {
  const text = foldWords(`${record.targetPopulation} ${record.priorityGroup}`);
  const groups = populationGroups.filter((group) => group !== 'unsaid' && wordsOfGroups[group].test(text));
  return groups.length === 0 ? ['unsaid'] : groups;
}

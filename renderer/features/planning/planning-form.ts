import { PlanningSpec } from '../../../shared/domain/planning';

/** The form as it is being filled in; a number is null while its field is empty. Shares are from 0 to 1. */
export type PlanningForm = {
  question: PlanningSpec['question'];
  outcome: 'proportion' | 'mean';
  baseline: number | null;
  expected: number | null;
  standardDeviation: number | null;
  meanChange: number | null;
  invited: number | null;
  linkage: PlanningSpec['linkage'];
  correlation: number;
  /** Share of people who change their answer; null takes the correlation. */
  changers: number | null;
  attrition: number | null;
  nonResponse: number | null;
  hasClusters: boolean;
  peopleEach: number | null;
  intraclassCorrelation: number | null;
  population: number | null;
  power: number;
  confidenceLevel: number;
};

/** A plan most offices could begin with. */
export const firstForm: PlanningForm = {
  question: 'required-people',
  outcome: 'proportion',
  baseline: 0.5,
  expected: 0.65,
  standardDeviation: 10,
  meanChange: 5,
  invited: 150,
  linkage: 'independent',
  correlation: 0.5,
  changers: null,
  attrition: 0.2,
  nonResponse: 0.1,
  hasClusters: false,
  peopleEach: 20,
  intraclassCorrelation: 0.05,
  population: null,
  power: 0.8,
  confidenceLevel: 0.95,
};

/** What the engine is asked; null while a figure is missing or out of its bounds. */
export function planningSpecOf(form: PlanningForm): PlanningSpec | null {
  const { baseline, expected } = form;
  const isAsked = form.question === 'required-people';
  const outcome =
    form.outcome === 'mean'
      ? {
          kind: 'mean',
          standardDeviation: form.standardDeviation,
          change: isAsked ? form.meanChange : 0,
        }
      : {
          kind: 'proportion',
          baseline,
          // Rounded, so that 65 % less 50 % is 15 points and not a little more.
          change: isAsked
            ? baseline !== null && expected !== null
              ? Math.round((expected - baseline) * 1e9) / 1e9
              : null
            : 0,
        };
  const parsed = PlanningSpec.safeParse({
    question: form.question,
    outcome,
    linkage: form.linkage,
    pairing:
      form.changers === null || form.outcome === 'mean'
        ? { kind: 'correlation', value: form.correlation }
        : { kind: 'discordance', value: form.changers },
    invited: isAsked ? 1 : form.invited,
    power: form.power,
    confidenceLevel: form.confidenceLevel,
    clusters: form.hasClusters
      ? { peopleEach: form.peopleEach, intraclassCorrelation: form.intraclassCorrelation }
      : null,
    population: form.population,
    nonResponse: form.nonResponse ?? 0,
    attrition: form.linkage === 'matched' ? (form.attrition ?? 0) : 0,
  });
  return parsed.success ? parsed.data : null;
}

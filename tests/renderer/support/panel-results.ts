import { VariableId } from '../../../shared/domain/ids';
import { Instrument } from '../../../shared/domain/instrument';
import { type PanelDifference, type PanelFigure, PanelResult } from '../../../shared/domain/panel';
import { Wave } from '../../../shared/domain/wave';
import { ids, instrument, sha, wave } from './fixtures';
import { attends, followUp, followUpId, indicator, score } from './results';

export const nationality = VariableId.parse('var_nacion');
export const course = VariableId.parse('var_curso1');

/** The instrument with sex and nationality to group by, a school year in order, and a scale. */
export const panelInstrument = Instrument.parse({
  ...instrument,
  variables: [
    ...instrument.variables,
    ...[
      { id: course, label: 'Curso', type: 'ordinal' },
      { id: nationality, label: 'Nacionalidad', type: 'single' },
    ].map((more) => ({
      ...more,
      name: more.label.toLowerCase(),
      role: 'group',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() })),
      missingCodes: [],
      unit: null,
      identity: null,
    })),
  ],
});

const variableIds = panelInstrument.variables.map(({ id }) => id);
export const panelWaves = [wave, followUp].map((each) => Wave.parse({ ...each, variableIds }));

/** A figure of 400 people; null hides it behind the privacy gate. */
export function figure(estimate: number | null, more: Partial<PanelFigure> = {}): PanelFigure {
  if (estimate === null) {
    const none = { n: null, missing: null, numerator: null, estimate: null, interval: null };
    return { status: 'suppressed', ...none, reason: 'protected', ...more };
  }
  return {
    status: 'shown',
    n: 400,
    missing: 0,
    numerator: null,
    estimate,
    interval: { lower: estimate - 0.05, upper: estimate + 0.05, level: 0.95 },
    reason: null,
    ...more,
  };
}

/** A difference with an interval of a given half width; null hides it. */
export function difference(
  change: number | null,
  half: number,
  more: Partial<PanelDifference> = {},
): PanelDifference {
  return {
    status: change === null ? 'suppressed' : 'shown',
    change,
    interval: change === null ? null : { lower: change - half, upper: change + half, level: 0.95 },
    test: null,
    effectSize: null,
    adjustedP: null,
    method: 'newcombe-independent',
    reason: change === null ? 'protected' : null,
    ...more,
  };
}

type Result = typeof PanelResult._output;

/** A panel of 605 people of whom 442 were found again, described by sex; checked against the contract's own schema. */
export function panelResult(more: Partial<Result> = {}): Result {
  const absent = { baseline: null, followUp: null, standardisedFollowUp: null, observed: null };
  return PanelResult.parse({
    spec: {
      baselineWaveId: ids.wave,
      followUpWaveId: followUpId,
      indicatorIds: [attends, score],
      compositionVariableIds: [ids.sex],
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    },
    waves: panelWaves.map(({ id, name, moment, rows, isSynthetic, dataSha256 }) => ({
      id,
      name,
      moment,
      rows,
      isSynthetic,
      dataSha256,
    })),
    indicators: [
      {
        id: attends,
        name: indicator.name,
        kind: 'proportion',
        direction: 'higher',
        unit: '',
        decimals: 1,
        target: null,
      },
      {
        id: score,
        name: 'Días de clases',
        kind: 'total',
        direction: 'higher',
        unit: 'días',
        decimals: 0,
        target: null,
      },
    ],
    composition: [{ id: ids.sex, label: 'Sexo' }],
    linkProblem: null,
    flow: {
      status: 'shown',
      both: 442,
      onlyBaseline: 163,
      onlyFollowUp: 171,
      baselineWithoutIdentifier: 0,
      followUpWithoutIdentifier: 0,
      retention: figure(442 / 605, { n: 605 }),
    },
    attrition: {
      indicators: [
        {
          indicatorId: attends,
          stayed: figure(0.549),
          left: figure(0.445, { n: 137 }),
          difference: difference(0.104, 0.097, {
            adjustedP: 0.196,
            test: { name: 'two-proportion-z', statistic: 2.1, df: null, p: 0.04 },
          }),
        },
        {
          indicatorId: score,
          stayed: figure(null),
          left: figure(null),
          difference: difference(null, 0),
        },
      ],
      composition: [
        {
          variableId: ids.sex,
          reason: null,
          categories: [
            {
              value: 'F',
              label: 'Femenino',
              stayed: figure(0.507),
              left: figure(0.466),
              difference: difference(0.041, 0.089, { adjustedP: 0.72 }),
            },
            {
              value: null,
              label: 'Sin respuesta',
              stayed: figure(null),
              left: figure(null),
              difference: difference(null, 0),
            },
          ],
        },
      ],
    },
    weighting: {
      status: 'shown',
      reason: null,
      model: {
        people: 605,
        stayed: 442,
        terms: [
          {
            variableId: ids.sex,
            label: 'Femenino',
            referenceLabel: 'Masculino',
            oddsRatio: 1.18,
            interval: { lower: 0.82, upper: 1.7, level: 0.95 },
          },
        ],
        test: { statistic: 0.8, df: 1, p: 0.371 },
      },
      weights: {
        mean: 1,
        minimum: 0.98,
        maximum: 1.02,
        effectiveN: 441.8,
        designEffect: 1.0005,
        isExtreme: false,
      },
      joined: [],
      separated: [],
      changes: [
        {
          indicatorId: attends,
          n: 412,
          unweighted: difference(0.284, 0.05),
          weighted: difference(0.287, 0.052, { method: 'weighted-matched' }),
        },
        {
          indicatorId: score,
          n: 442,
          unweighted: difference(12, 30, { method: 'plain-difference' }),
          weighted: difference(null, 0, {
            status: 'empty',
            reason: 'kind-not-weighted',
            method: 'weighted-matched',
          }),
        },
      ],
    },
    compositionChange: [
      {
        variableId: ids.sex,
        reason: null,
        categories: [
          {
            value: 'F',
            label: 'Femenino',
            baseline: figure(0.496),
            followUp: figure(0.504),
            difference: difference(0.008, 0.03, { adjustedP: 0.58 }),
          },
        ],
      },
    ],
    standardised: [
      {
        indicatorId: attends,
        status: 'shown',
        reason: null,
        baseline: 0.286,
        followUp: 0.57,
        standardisedFollowUp: 0.567,
        observed: 0.284,
        standardised: difference(0.281, 0.05, { method: 'standardised' }),
        compositionPart: 0.003,
        kitagawa: { change: 0.2815, composition: 0.0025 },
        strata: { all: 3, common: 3, joined: 2 },
        onlyBaseline: [],
        onlyFollowUp: [],
        coveredBaseline: 1,
        coveredFollowUp: 1,
      },
      {
        indicatorId: score,
        status: 'empty',
        reason: 'kind-not-standardised',
        ...absent,
        standardised: difference(null, 0, { status: 'empty', reason: 'kind-not-standardised' }),
        compositionPart: null,
        kitagawa: null,
        strata: { all: 0, common: 0, joined: 0 },
        onlyBaseline: [],
        onlyFollowUp: [],
        coveredBaseline: null,
        coveredFollowUp: null,
      },
    ],
    privacy: { threshold: 10 },
    resultSha256: sha,
    ...more,
  });
}

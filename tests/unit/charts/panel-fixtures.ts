import { z } from 'zod';
import { PanelResult, PanelSpec } from '../../../shared/domain/panel';

const PanelInput = z.object({
  spec: PanelSpec.pick({ baselineWaveId: true, followUpWaveId: true, confidenceLevel: true }),
  ...PanelResult.pick({
    waves: true,
    composition: true,
    flow: true,
    compositionChange: true,
    privacy: true,
  }).shape,
});
type PanelInput = z.infer<typeof PanelInput>;
type Figure = PanelResult['compositionChange'][number]['categories'][number]['baseline'];
export const sex = 'var_sexo01';

function figure(n: number, of: number): Figure {
  const estimate = n / of;
  return {
    status: 'shown',
    n: of,
    missing: 0,
    numerator: n,
    estimate,
    interval: { lower: estimate - 0.05, upper: estimate + 0.05, level: 0.95 },
    reason: null,
  };
}

const hidden: Figure = {
  status: 'suppressed',
  n: null,
  missing: null,
  numerator: null,
  estimate: null,
  interval: null,
  reason: 'protected',
};

/** Invented people: of 500 at the baseline 210 were girls, of 472 at the follow-up 236; a third category is protected. */
export function panel(flow: { both: number; onlyBaseline: number; onlyFollowUp: number } | null): PanelInput {
  const wave = (id: string, name: string, moment: string) => ({
    id,
    name,
    moment,
    rows: 500,
    isSynthetic: true,
    dataSha256: '0'.repeat(64),
  });
  const difference = (change: number | null) => ({
    status: change === null ? 'suppressed' : 'shown',
    change,
    interval: change === null ? null : { lower: change - 0.06, upper: change + 0.06, level: 0.95 },
    test: null,
    effectSize: null,
    adjustedP: null,
    method: 'newcombe-independent',
    reason: null,
  });
  return PanelInput.parse({
    spec: {
      baselineWaveId: 'wav_aaaaaa1',
      followUpWaveId: 'wav_aaaaaa2',
      confidenceLevel: 0.95,
    },
    waves: [wave('wav_aaaaaa1', 'Ex-ante 2023', 'ex-ante'), wave('wav_aaaaaa2', 'Ex-post 2024', 'ex-post')],
    composition: [{ id: sex, label: 'Sexo' }],
    flow: {
      status: flow ? 'shown' : 'suppressed',
      both: flow?.both ?? null,
      onlyBaseline: flow?.onlyBaseline ?? null,
      onlyFollowUp: flow?.onlyFollowUp ?? null,
      baselineWithoutIdentifier: 0,
      followUpWithoutIdentifier: 0,
      retention: flow ? figure(flow.both, flow.both + flow.onlyBaseline) : hidden,
    },
    compositionChange: [
      {
        variableId: sex,
        reason: null,
        categories: [
          {
            value: 'F',
            label: 'Niña',
            baseline: figure(210, 500),
            followUp: figure(236, 472),
            difference: difference(0.08),
          },
          { value: 'X', label: 'Otra', baseline: hidden, followUp: hidden, difference: difference(null) },
          {
            value: null,
            label: '',
            baseline: figure(50, 500),
            followUp: figure(59, 472),
            difference: difference(0.025),
          },
        ],
      },
    ],
    privacy: { threshold: 10 },
  });
}

import type { ComparisonResult, ComparisonRow, WaveCell } from '../../../shared/domain/comparison';
import { ComparisonResult as Result } from '../../../shared/domain/comparison';
import { ComparisonId, IndicatorId, VariableId, WaveId } from '../../../shared/domain/ids';
import { Indicator } from '../../../shared/domain/indicator';
import { Wave } from '../../../shared/domain/wave';
import { ids, sha, wave } from './fixtures';

export const followUpId = WaveId.parse('wav_bbbbbb');
export const school = VariableId.parse('var_escuela');
export const attends = IndicatorId.parse('ind_attends');
export const score = IndicatorId.parse('ind_score01');
export const comparisonId = ComparisonId.parse('cmp_aaaaaa');

export const followUp = Wave.parse({
  ...wave,
  id: followUpId,
  name: 'Diagnóstico 2024',
  moment: 'ex-post',
  startDate: '2024-06-05',
  endDate: '2024-10-31',
  isSynthetic: false,
});

export const indicator = Indicator.parse({
  id: attends,
  name: 'Asiste regularmente',
  definition: '',
  measure: { kind: 'proportion', condition: { op: 'is', variableId: ids.sex, values: ['F'] } },
  filter: null,
  missingRule: 'exclude',
  direction: 'higher',
  unit: '',
  decimals: 1,
  target: null,
  justification: '',
  verification: '',
  responsible: '',
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
});

export function cell(waveId: WaveId, part: Partial<WaveCell>): WaveCell {
  return {
    waveId,
    status: 'shown',
    n: 80,
    missing: 4,
    numerator: null,
    estimate: 0.6,
    interval: { lower: 0.49, upper: 0.7, level: 0.95 },
    reason: null,
    ...part,
  };
}

const hidden = { n: null, missing: null, estimate: null, interval: null, status: 'suppressed' } as const;

/** A row whose baseline is `from` and whose follow-up is `to`; null hides the row behind the privacy gate. */
export function row(
  key: ComparisonRow['key'],
  figures: { from: number; to: number } | null,
  more: Partial<ComparisonRow> = {},
): ComparisonRow {
  const baseline = cell(ids.wave, figures ? { estimate: figures.from } : hidden);
  const later = cell(followUpId, figures ? { estimate: figures.to } : hidden);
  return {
    indicatorId: attends,
    key,
    cells: [baseline, later],
    changes: [
      {
        followUpWaveId: followUpId,
        baseline,
        followUp: later,
        status: figures ? 'shown' : 'suppressed',
        change: figures ? figures.to - figures.from : null,
        interval: figures ? { lower: 0.05, upper: 0.33, level: 0.95 } : null,
        test: figures ? { name: 'two-proportion-z', statistic: 2.61, df: null, p: 0.009 } : null,
        secondaryTest: null,
        effectSize: figures ? { name: 'cohens-h', value: 0.41, interval: null } : null,
        direction: figures ? 'improved' : 'not-judged',
        target: null,
        method: 'newcombe-independent',
        reason: null,
      },
    ],
    ...more,
  };
}

export function group(label: string): ComparisonRow['key'] {
  return [{ variableId: school, value: label, label }];
}

/** A comparison of the two waves, checked against the contract's own schema. */
export function comparisonResult(
  rows: ComparisonRow[],
  more: Partial<ComparisonResult> = {},
): ComparisonResult {
  return Result.parse({
    spec: {
      baselineWaveId: ids.wave,
      followUpWaveIds: [followUpId],
      indicatorIds: [attends],
      breakdown: rows.some((each) => each.key.length > 0) ? [school] : [],
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    },
    waves: [wave, followUp].map(({ id, name, moment, rows: size, isSynthetic, dataSha256 }) => ({
      id,
      name,
      moment,
      rows: size,
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
    ],
    breakdown: rows.some((each) => each.key.length > 0) ? [{ id: school, label: 'Escuela' }] : [],
    rows,
    flows: [],
    privacy: { threshold: 10, suppressedCells: rows.filter((each) => each.cells[0]?.n === null).length },
    resultSha256: sha,
    ...more,
  });
}

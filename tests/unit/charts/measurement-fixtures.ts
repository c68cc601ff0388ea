import { InstrumentId, Sha256, VariableId, WaveId } from '../../../shared/domain/ids';
import type {
  FigureMeasure,
  MeasurementChart,
  MeasurementFigure,
  MeasurementResult,
} from '../../../shared/domain/measurement-result';

const wave = WaveId.parse('wav_synthetic1');

/** A figure with what a test says of it. */
export function made(
  key: string,
  measure: FigureMeasure,
  more: Partial<MeasurementFigure>,
): MeasurementFigure {
  return {
    key,
    measure,
    of: [],
    period: null,
    phase: null,
    waveId: null,
    status: 'shown',
    value: 0,
    n: null,
    numerator: null,
    interval: null,
    scale: 'count',
    unit: '',
    decimals: 0,
    method: null,
    reason: null,
    ...more,
  };
}

export const hiddenFigure = { status: 'suppressed', value: null, reason: 'protected' } as const;

/** A result that holds figures and charts only. */
export function resultOf(
  figures: readonly MeasurementFigure[],
  charts: readonly MeasurementChart[],
): MeasurementResult {
  return {
    spec: {
      kind: 'funnel',
      instrumentId: InstrumentId.parse('ins_synthetic1'),
      waveIds: [],
      filter: null,
      confidenceLevel: 0.95,
      stages: [
        { id: 'a', label: 'A', condition: null },
        {
          id: 'b',
          label: 'B',
          condition: { op: 'answered', variableId: VariableId.parse('var_synthetic1') },
        },
      ],
      splitId: null,
    },
    audience: 'publication',
    waves: [{ id: wave, name: 'Registro 2024', isSynthetic: true, dataSha256: Sha256.parse('a'.repeat(64)) }],
    figures: [...figures],
    headline: [],
    tables: [],
    charts: [...charts],
    notices: [],
    privacy: {
      threshold: 10,
      suppressedFigures: figures.filter(({ status }) => status === 'suppressed').length,
    },
    resultSha256: Sha256.parse('b'.repeat(64)),
  };
}

/** Every kind of chart a count has, with protected figures, intervals, long names and a target. */
export function measurementCases(): { name: string; result: MeasurementResult; chart: MeasurementChart }[] {
  const one = (
    name: string,
    figures: readonly MeasurementFigure[],
    chart: MeasurementChart,
  ): { name: string; result: MeasurementResult; chart: MeasurementChart } => ({
    name,
    result: resultOf(figures, [chart]),
    chart,
  });
  const channels = [
    ['oficina', 'Oficina de atención en el edificio consistorial', 612],
    ['web', 'Formulario web', 421],
    ['totem', 'Tótem', null],
    ['', 'Sin respuesta', null],
  ] as const;
  const bars = channels.map(([value, label, count]) =>
    made(`cases/split:canal=${value}`, 'cases', {
      of: [label],
      ...(count === null ? hiddenFigure : { value: count }),
    }),
  );
  const standards = [
    'Ficha de ingreso completa',
    'Llamada de seguimiento antes de cinco días',
    'Derivación',
  ].flatMap((label, index) =>
    (['before', 'after'] as const).map((phase) =>
      made(`standard-met/standard:s${index}/phase:${phase}`, 'standard-met', {
        of: [label],
        phase,
        scale: 'share',
        decimals: 1,
        value: phase === 'before' ? 0.31 + index / 10 : 0.74 + index / 20,
        n: 120,
        interval: { lower: 0.24 + index / 10, upper: 0.79 + index / 20, level: 0.95 },
      }),
    ),
  );
  const months = Array.from(
    { length: 16 },
    (_, index) => `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
  const overTime = (label: string, factor: number): MeasurementFigure[] =>
    months.map((period, index) =>
      made(`cases/split:canal=${label}/period:${period}`, 'cases', {
        of: [label],
        period,
        ...(index === 4 || index === 5 ? hiddenFigure : { value: Math.round((20 + index * 3) * factor) }),
      }),
    );
  const lanes = [overTime('Oficina', 1), overTime('Web', 2.4), overTime('Tótem', 0.5)];
  const stages = [
    ['encontradas', 'Personas encontradas', 46, null],
    ['formadas', 'Personas que terminaron la formación', 20, 20 / 46],
    ['certificadas', 'Certificadas', null, null],
  ] as const;
  const funnel = stages.flatMap(([id, label, count, share]) => [
    made(`reached/stage:${id}`, 'reached', {
      of: [label],
      ...(count === null ? hiddenFigure : { value: count }),
    }),
    made(`from-previous/stage:${id}`, 'from-previous', {
      of: [label],
      scale: 'share',
      decimals: 1,
      ...(share === null
        ? hiddenFigure
        : { value: share, n: 46, interval: { lower: 0.3, upper: 0.58, level: 0.95 } }),
    }),
  ]);
  const state = (index: number) => (index === 2 || index === 5 ? ('missed' as const) : ('kept' as const));
  return [
    one('bars by channel', bars, {
      kind: 'bars',
      measure: 'cases',
      subject: 'Canal',
      keys: bars.map(({ key }) => key),
      target: null,
    }),
    one('dots by standard', standards, {
      kind: 'dots',
      measure: 'standard-met',
      subject: null,
      keys: standards.map(({ key }) => key),
      target: 0.9,
    }),
    one('one series over time', lanes[0] ?? [], {
      kind: 'periods',
      measure: 'cases',
      cutDate: '2022-12-01',
      series: [{ label: '', measure: 'cases', keys: (lanes[0] ?? []).map(({ key }) => key) }],
    }),
    one('several series over time', lanes.flat(), {
      kind: 'periods',
      measure: 'cases',
      cutDate: '2022-12-15',
      series: lanes.map((lane) => ({
        label: lane[0]?.of[0] ?? '',
        measure: 'cases',
        keys: lane.map(({ key }) => key),
      })),
    }),
    one('funnel', funnel, {
      kind: 'funnel',
      reached: stages.map(([id]) => `reached/stage:${id}`),
      passed: stages.slice(1).map(([id]) => `from-previous/stage:${id}`),
    }),
    one('schedule', [], {
      kind: 'schedule',
      rows: [
        {
          label: 'Mesa institucional',
          periods: ['2024-Q2', '2024-Q3', '2024-Q4'].map((period) => ({
            period,
            state: 'kept',
            meetings: 1,
          })),
        },
        {
          label: 'Mesa de organizaciones migrantes y promigrantes de la comuna',
          periods: months.slice(0, 12).map((period, index) => ({
            period,
            state: index === 11 ? 'open' : state(index),
            meetings: state(index) === 'kept' ? (index % 3) + 1 : 0,
          })),
        },
      ],
    }),
  ];
}

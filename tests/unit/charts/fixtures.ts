import type {
  CellKey,
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  Distribution,
  ReliabilityLabel,
  WaveCell,
} from '../../../shared/domain/comparison';
import {
  ComparisonResult as ComparisonResultSchema,
  Distribution as DistributionSchema,
} from '../../../shared/domain/comparison';

// Invented figures: they only exercise the drawing and describe nobody.
export const schools = [
  'Escuela República de Prueba N° 10',
  'Escuela República de Prueba N° 9',
  'Liceo Bicentenario de Artes, Ciencias y Oficios Inventados de la Cordillera',
  'Colegio Ejemplo',
  'Escuela Básica Cerro Ficticio',
  'Escuela Especial Los Supuestos',
  'Escuela Rural El Modelo',
  'Liceo Politécnico Hipótesis',
  'Escuela Agrícola Muestra Sur',
  'Escuela Río Imaginario',
  'Escuela Valle de la Demostración',
  'Jardín y Escuela Primera Prueba',
  'Instituto Comercial Dato Inventado',
];

const waveNames = ['Ex-ante 2023', 'Ex-post 2024', 'Seguimiento 2025'];
const waveIds = ['wav_aaaaaa1', 'wav_aaaaaa2', 'wav_aaaaaa3'];
const moments = ['ex-ante', 'ex-post', 'seguimiento'] as const;
export const schoolVariable = 'var_school1';

export type Cell = { n: number; estimate: number; half?: number } | 'suppressed' | 'empty';

export function waveCell(wave: number, cell: Cell): WaveCell {
  const waveId = waveIds[wave] ?? '';
  if (cell === 'suppressed') {
    return parseCell({
      waveId,
      status: 'suppressed',
      n: null,
      missing: null,
      numerator: null,
      estimate: null,
      interval: null,
      reason: 'small-group',
    });
  }
  if (cell === 'empty') {
    return parseCell({
      waveId,
      status: 'empty',
      n: 0,
      missing: 0,
      numerator: null,
      estimate: null,
      interval: null,
      reason: 'no-answers',
    });
  }
  const { n, estimate, half } = cell;
  const interval =
    half === undefined
      ? null
      : {
          lower: Math.max(0, estimate - half),
          upper: estimate > 1 ? estimate + half : Math.min(1, estimate + half),
          level: 0.95,
        };
  return parseCell({
    waveId,
    status: 'shown',
    n,
    missing: 2,
    numerator: null,
    estimate,
    interval,
    reason: null,
  });
}

function parseCell(cell: unknown): WaveCell {
  return ComparisonResultSchema.shape.rows.element.shape.cells.element.parse(cell);
}

function change(baseline: WaveCell, followUp: WaveCell): ChangeResult {
  const isShown = baseline.status === 'shown' && followUp.status === 'shown';
  const value = isShown ? (followUp.estimate ?? 0) - (baseline.estimate ?? 0) : null;
  return {
    followUpWaveId: followUp.waveId,
    baseline,
    followUp,
    status: isShown
      ? 'shown'
      : baseline.status === 'suppressed' || followUp.status === 'suppressed'
        ? 'suppressed'
        : 'empty',
    change: value,
    interval:
      value === null || baseline.interval === null
        ? null
        : { lower: value - 0.08, upper: value + 0.08, level: 0.95 },
    test: null,
    effectSize: null,
    direction:
      value === null
        ? 'not-judged'
        : Math.abs(value) > 0.08
          ? value > 0
            ? 'improved'
            : 'worsened'
          : 'no-clear-change',
    target: null,
    method: 'newcombe',
    reason: null,
  };
}

export function comparisonRow(indicatorId: string, key: CellKey, cells: readonly Cell[]): ComparisonRow {
  const drawn = cells.map((cell, wave) => waveCell(wave, cell));
  const [baseline, ...followUps] = drawn;
  if (!baseline) throw new Error('a row needs a baseline');
  return ComparisonResultSchema.shape.rows.element.parse({
    indicatorId,
    key,
    cells: drawn,
    changes: followUps.map((followUp) => change(baseline, followUp)),
  });
}

export function schoolKey(label: string): CellKey {
  return ComparisonResultSchema.shape.rows.element.shape.key.parse([
    { variableId: schoolVariable, value: label, label },
  ]);
}

type IndicatorInfo = Partial<ComparisonResult['indicators'][number]> & { name: string };
export type ResultInput = {
  waves: number;
  indicators: IndicatorInfo[];
  rows: { indicator: number; key: CellKey; cells: readonly Cell[] }[];
  linkage?: 'matched' | 'independent';
  isSynthetic?: boolean;
};

export function comparisonResult(input: ResultInput): ComparisonResult {
  const ids = input.indicators.map((_, index) => `ind_aaaaaa${index}`);
  const hasBreakdown = input.rows.some((row) => row.key.length > 0);
  return ComparisonResultSchema.parse({
    spec: {
      baselineWaveId: waveIds[0],
      followUpWaveIds: waveIds.slice(1, input.waves),
      indicatorIds: ids,
      breakdown: hasBreakdown ? [schoolVariable] : [],
      linkage: input.linkage ?? 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    },
    waves: Array.from({ length: input.waves }, (_, index) => ({
      id: waveIds[index],
      name: waveNames[index],
      moment: moments[index],
      rows: 600,
      isSynthetic: input.isSynthetic ?? true,
      dataSha256: '0'.repeat(64),
    })),
    indicators: input.indicators.map((indicator, index) => ({
      id: ids[index],
      kind: 'proportion',
      direction: 'higher',
      unit: '%',
      decimals: 1,
      target: null,
      ...indicator,
    })),
    breakdown: hasBreakdown ? [{ id: schoolVariable, label: 'Establecimiento' }] : [],
    rows: input.rows.map((row) => comparisonRow(ids[row.indicator] ?? '', row.key, row.cells)),
    flows: [],
    privacy: { threshold: 10, suppressedCells: 0 },
    resultSha256: '0'.repeat(64),
  });
}

/** A share by 13 schools in two or three waves, one school protected, one without data in the baseline. */
export function bySchool(waves: number, indicator: Partial<IndicatorInfo> = {}): ComparisonResult {
  return comparisonResult({
    waves,
    indicators: [
      { name: 'Niñas, niños y adolescentes que se sienten parte de su escuela', target: 0.8, ...indicator },
    ],
    rows: [
      { indicator: 0, key: [], cells: spread(580, 0.58, waves, 0.04) },
      ...schools.map((school, index) => ({
        indicator: 0,
        key: schoolKey(school),
        cells: schoolCells(index, waves),
      })),
    ],
  });
}

function schoolCells(index: number, waves: number): Cell[] {
  if (index === 5) return Array.from({ length: waves }, () => 'suppressed' as const);
  const cells = spread(24 + index * 5, 0.22 + ((index * 37) % 60) / 100, waves, 0.12);
  if (index === 7) return cells.map((cell, wave) => (wave === 1 ? 'suppressed' : cell));
  if (index === 10) return cells.map((cell, wave) => (wave === 0 ? 'empty' : cell));
  return cells;
}

function spread(n: number, start: number, waves: number, half: number): Cell[] {
  return Array.from({ length: waves }, (_, wave) => ({
    n: n + wave * 3,
    estimate: Math.min(0.98, Math.max(0.04, start + wave * (((n * 7) % 11) - 3) * 0.035)),
    half,
  }));
}

/** Five shares and a mean over everybody, and by four schools. */
export function manyIndicators(waves: number): ComparisonResult {
  const indicators: IndicatorInfo[] = [
    { name: 'Se siente parte de su escuela' },
    { name: 'Declara haber vivido discriminación en el último semestre', direction: 'lower' },
    { name: 'Tiene matrícula definitiva' },
    { name: 'Asistencia media en el mes', kind: 'mean', unit: 'días' },
    { name: 'Recibe apoyo en español' },
    { name: 'Conoce a quién acudir' },
  ];
  const keys = [[], ...schools.slice(0, 8).map(schoolKey)];
  return comparisonResult({
    waves,
    indicators,
    rows: indicators.flatMap((info, indicator) =>
      keys.map((key, group) => ({
        indicator,
        key,
        cells:
          group === 4 && indicator % 2 === 0
            ? Array.from({ length: waves }, () => 'suppressed' as const)
            : info.kind === 'mean'
              ? Array.from({ length: waves }, (_, wave) => ({
                  n: 40 + group,
                  estimate: 15.5 + wave + group * 0.4,
                  half: 0.9,
                }))
              : spread(40 + group * 3, 0.2 + ((indicator * 29 + group * 13) % 55) / 100, waves, 0.09),
      })),
    ),
  });
}

/** The same people in three waves; in the last too few of them to be told. */
export function followed(): ComparisonResult {
  const result = manyIndicators(3);
  return ComparisonResultSchema.parse({
    ...result,
    spec: { ...result.spec, linkage: 'matched' },
    flows: [{ followUpWaveId: waveIds[1], both: 412, onlyBaseline: 88, onlyFollowUp: 60 }],
  });
}

/** A precision without a word on anything but its label. */
export function labelled(cell: WaveCell, label: ReliabilityLabel): WaveCell {
  return {
    ...cell,
    precision: {
      standardError: null,
      degreesOfFreedom: null,
      coefficientOfVariation: null,
      designEffect: null,
      clusters: null,
      strata: null,
      reliability: { label, rule: label === 'reliable' ? 'within-limits' : 'few-cases' },
    },
  };
}

/** The same result judged by the standard of INE Chile as if 60 answers were reliable and 40 nearly so. */
export function judged(result: ComparisonResult): ComparisonResult {
  const judge = (cell: WaveCell): WaveCell => {
    if (cell.status !== 'shown' || cell.n === null) return cell;
    return labelled(cell, cell.n >= 60 ? 'reliable' : cell.n >= 40 ? 'less-reliable' : 'unreliable');
  };
  const rows = result.rows.map((row) => ({
    ...row,
    cells: row.cells.map(judge),
    changes: row.changes.map((each) => ({
      ...each,
      baseline: judge(each.baseline),
      followUp: judge(each.followUp),
    })),
  }));
  const labels = rows.flatMap((row) => row.cells.map((cell) => cell.precision?.reliability?.label));
  const count = (label: ReliabilityLabel) => labels.filter((each) => each === label).length;
  return ComparisonResultSchema.parse({
    ...result,
    rows,
    reliability: {
      standard: 'ine-chile',
      reliable: count('reliable'),
      lessReliable: count('less-reliable'),
      unreliable: count('unreliable'),
      isPublishable: count('unreliable') * 2 <= labels.length,
    },
  });
}

const scale = [
  'Muy en desacuerdo',
  'En desacuerdo',
  'Ni de acuerdo ni en desacuerdo',
  'De acuerdo',
  'Muy de acuerdo',
];

export type GroupCounts = { wave: number; key: CellKey; counts: number[] | 'suppressed' | 'empty' };

export function distributionOf(
  options: readonly string[],
  groups: readonly GroupCounts[],
  extra: { isOrdinal?: boolean; isMultiple?: boolean; label?: string } = {},
): Distribution {
  return DistributionSchema.parse({
    variableId: 'var_answer1',
    label: extra.label ?? 'En mi escuela puedo ser quien soy',
    isOrdinal: extra.isOrdinal ?? true,
    isMultiple: extra.isMultiple ?? false,
    options: options.map((label, index) => ({ value: String(index + 1), label })),
    groups: groups.map(({ wave, key, counts }) => ({
      waveId: waveIds[wave],
      key,
      status: typeof counts === 'string' ? counts : 'shown',
      n:
        counts === 'suppressed'
          ? null
          : counts === 'empty'
            ? 0
            : counts.reduce((sum, count) => sum + count, 0),
      missing: counts === 'suppressed' ? null : 3,
      counts: typeof counts === 'string' ? options.map(() => (counts === 'empty' ? 0 : null)) : counts,
    })),
  });
}

/** A five-point scale in two waves, everybody and six schools, one protected. */
export function likertBySchool(waves = 2): Distribution {
  const groups: GroupCounts[] = [];
  for (const [group, key] of [[], ...schools.slice(0, 6).map(schoolKey)].entries()) {
    for (let wave = 0; wave < waves; wave += 1) {
      const base = group === 0 ? 90 : 8 + group;
      const counts = [
        base - wave * 4,
        base + 3,
        base + (group % 3),
        base + 6 + wave * 5,
        base + 2 + wave * 8,
      ];
      groups.push({ wave, key, counts: group === 3 ? 'suppressed' : counts });
    }
  }
  return distributionOf(scale, groups);
}

/** A multiple choice of needs in two waves over everybody. */
export function needs(waves = 2): Distribution {
  const options = [
    'Apoyo para aprender español',
    'Útiles y vestuario',
    'Regularización de documentos de identidad y de estudios del país de origen',
    'Atención de salud',
    'Vivienda',
    'Ninguna',
  ];
  return distributionOf(
    options,
    Array.from({ length: waves }, (_, wave) => ({
      wave,
      key: [],
      counts: [120 + wave * 10, 340 - wave * 60, 210 - wave * 45, 95, 180 - wave * 20, 60 + wave * 40],
    })),
    { isOrdinal: false, isMultiple: true, label: '¿Qué necesita tu familia hoy?' },
  );
}

/** A school's index on four axes from 0 to 100, one of them with a protected follow-up, and a share that is no axis. */
export function fourAxes(waves: number): ComparisonResult {
  const names = [
    'Participación',
    'Intergeneracionalidad',
    'Habilidades socioemocionales',
    'Interculturalidad',
  ];
  const indicators: IndicatorInfo[] = [
    ...names.map((name) => ({ name, kind: 'index' as const, indexScale: '0-100' as const, unit: 'puntos' })),
    { name: 'Recibe apoyo en español' },
  ];
  return comparisonResult({
    waves,
    indicators,
    rows: indicators.map((_, indicator) => ({
      indicator,
      key: [],
      cells:
        indicator === 4
          ? spread(120, 0.6, waves, 0.05)
          : Array.from({ length: waves }, (_wave, wave): Cell => {
              if (indicator === 3 && wave === 1) return 'suppressed';
              return { n: 64 + indicator, estimate: 44 + indicator * 7 + wave * 9, half: 4.5 };
            }),
    })),
  });
}

import { type FigureParts, figureKey } from '../../../shared/domain/figure-key';
import type { SpecOf } from '../../../shared/domain/measurement';
import type {
  FigureMeasure,
  MeasurementChart,
  MeasurementFigure,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import type { CodedCounts } from './coding-counts';
import type { MeasurementPlan } from './plan';

type Plan = MeasurementPlan<SpecOf<'coding'>>;

function column(measure: FigureMeasure, label: string | null = null): MeasurementTable['columns'][number] {
  return { measure, label, phase: null };
}

/** Codes with their counts and agreement; codes by stage; stages; coders. */
export function codingTables(
  plan: Plan,
  figures: readonly MeasurementFigure[],
  { codes, stages }: CodedCounts,
  coders: readonly string[],
): MeasurementTable[] {
  const keys = new Set(figures.map(({ key }) => key));
  const cell = (measure: FigureMeasure, parts: FigureParts): string | null => {
    const key = figureKey(measure, parts);
    return keys.has(key) ? key : null;
  };
  const hasKappa = keys.has('kappa');
  const agreement: FigureMeasure[] = hasKappa ? ['agreement', 'kappa'] : [];
  const measures: FigureMeasure[] = ['code-count', 'code-share', ...agreement];
  const byCode: MeasurementTable = {
    id: 'by-code',
    subject: null,
    columns: measures.map((measure) => column(measure)),
    rows: codes.map(({ id, label }) => ({
      labels: [label],
      period: null,
      cells: measures.map((measure) => cell(measure, { code: id })),
    })),
  };
  const stageVariable = plan.spec.stageId === null ? null : plan.variable(plan.spec.stageId);
  const splits = (value: string | null) => (stageVariable ? [{ name: stageVariable.name, value }] : []);
  const byStage: MeasurementTable[] = stageVariable
    ? [
        {
          id: 'by-stage',
          subject: stageVariable.label,
          columns: stages.flatMap(({ label }) => [column('code-count', label), column('code-share', label)]),
          rows: codes.map(({ id, label }) => ({
            labels: [label],
            period: null,
            cells: stages.flatMap(({ value }) => [
              cell('code-count', { code: id, splits: splits(value) }),
              cell('code-share', { code: id, splits: splits(value) }),
            ]),
          })),
        },
      ]
    : [];
  const summary: MeasurementTable = {
    id: 'summary',
    subject: null,
    columns: [column('statements'), column('coded-statements')],
    rows: [{ value: undefined, label: '' }, ...(stageVariable ? stages : [])].map(({ value, label }) => ({
      labels: value === undefined ? [] : [label],
      period: null,
      cells: (['statements', 'coded-statements'] as const).map((measure) =>
        cell(measure, value === undefined ? {} : { splits: splits(value) }),
      ),
    })),
  };
  const byCoder: MeasurementTable = {
    id: 'by-coder',
    subject: null,
    columns: [column('coded-statements')],
    rows: coders.map((name) => ({
      labels: [name],
      period: null,
      cells: [cell('coded-statements', { coder: name })],
    })),
  };
  return [
    ...(codes.length > 0 ? [byCode, ...byStage] : []),
    summary,
    ...(coders.length > 0 ? [byCoder] : []),
  ];
}

/** Shares of the codes, the most given first; the same by stage; kappa of each code. */
export function codingCharts(
  plan: Plan,
  figures: readonly MeasurementFigure[],
  { codes, stages }: CodedCounts,
): MeasurementChart[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const shareOf = (code: string): number =>
    byKey.get(figureKey('code-share', { code }))?.value ?? Number.NEGATIVE_INFINITY;
  const ordered = codes.map(({ id }) => id).sort((left, right) => shareOf(right) - shareOf(left) || 0);
  const stageVariable = plan.spec.stageId === null ? null : plan.variable(plan.spec.stageId);
  const chart = (measure: FigureMeasure, keys: string[], subject: string | null): MeasurementChart[] => {
    const known = keys.filter((key) => byKey.has(key));
    return known.length === 0 ? [] : [{ kind: 'dots', measure, subject, keys: known, target: null }];
  };
  const byStage = stageVariable
    ? ordered.flatMap((code) =>
        stages.map(({ value }) =>
          figureKey('code-share', { code, splits: [{ name: stageVariable.name, value }] }),
        ),
      )
    : [];
  return [
    ...chart(
      'code-share',
      ordered.map((code) => figureKey('code-share', { code })),
      null,
    ),
    ...(stages.length > 1 ? chart('code-share', byStage, stageVariable?.label ?? null) : []),
    ...chart(
      'kappa',
      ordered.map((code) => figureKey('kappa', { code })),
      null,
    ),
  ];
}

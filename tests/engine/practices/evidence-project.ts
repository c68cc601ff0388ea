import { emptyPractice } from '../../../renderer/features/practices/practice-form';
import type { MethodOutput } from '../../../shared/contract';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import { ClaimId, type VariableId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { Indicator, IndicatorDraft, Measure } from '../../../shared/domain/indicator';
import type { Measurement } from '../../../shared/domain/measurement';
import type { Claim, EvidenceLink, Practice } from '../../../shared/domain/practice';
import type { Report, ReportDraft } from '../../../shared/domain/report';
import { draft } from '../../support/comparison-project';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

type Imported = MethodOutput<'wave.import'>;

/**
 * Synthetic answers of 24 pupils of two schools, and in the second wave of two more who were not there before. Ages go from
 * 9 to 14 in turn, so that pupils of line 2, 8, 14 and 20 are nine.
 */
export function waveFile(
  wave: 0 | 1,
  change: (cells: string[], line: number) => string[] = (cells) => cells,
) {
  const pupils = Array.from({ length: wave === 0 ? 24 : 26 }, (_, index) => index);
  const rows = pupils.map((index) => {
    const knows = wave === 0 ? index % 3 === 0 : index % 3 !== 0;
    const cells = [
      // The last pupil of the first wave goes by another number in the second.
      `${wave === 1 && index === 23 ? 'q' : 'p'}${String(index + 1).padStart(2, '0')}`,
      index % 2 === 0 ? 'Norte' : 'Sur',
      String(9 + (index % 6)),
      knows ? 'Sí' : 'No',
      index % 4 < 2 + wave ? 'Sí' : 'No',
      `${(40 + ((index * 7) % 25) + wave) / 10}`.replace('.', ','),
      `dijo ${index}`,
    ];
    return change(cells, index + 2).join(';');
  });
  return ['folio;escuela;edad;conoce;confía;nota;comentario', ...rows, ''].join('\r\n');
}

const types: Record<string, Partial<ColumnPlan>> = {
  folio: { type: 'identifier', role: 'identifier', action: 'pseudonymise' },
  escuela: {
    type: 'single',
    role: 'group',
    options: ['Norte', 'Sur'].map((value) => ({ value, label: value })),
  },
  edad: { type: 'integer' },
  conoce: { type: 'boolean' },
  confía: { type: 'boolean' },
  nota: { type: 'decimal' },
  comentario: { type: 'text' },
};

function settled(column: ColumnPlan): ColumnPlan {
  const blank = { missingCodes: [], identity: null, recodes: [], standard: null, options: [] };
  return { ...column, ...blank, ...types[column.header] };
}

/** What stands behind each claim; the names are those used in the tests. */
export const claimNames = [
  'knows',
  'knows-norte',
  'knows-sur',
  'mark',
  'knows-twelve',
  'trusts-matched',
  'reached-trusts',
  'reached-knows',
] as const;
export type ClaimName = (typeof claimNames)[number];

export type EvidenceProject = {
  test: TestEngine;
  waves: [Imported, Imported];
  variable(label: string): VariableId;
  indicators: Record<'knows' | 'mark' | 'twelve' | 'trusts', Indicator>;
  cuts: Comparison;
  people: Comparison;
  stages: Measurement;
  report: Report;
  practice: Practice;
  /** Status and problems of each claim now. */
  evidence(): Promise<Record<string, { status: string; problems: string[]; strength: string }>>;
  /** Names of the claims that are not current. */
  stale(): Promise<string[]>;
  render(): Promise<MethodOutput<'report.render'>>;
  close(): Promise<void>;
};

/** A project with two imported waves, a rendered report, and a practice with a claim on each of several figures. */
export async function startEvidenceProject(): Promise<EvidenceProject> {
  const test = await startTestEngine();
  const { client } = test;
  await client.call('project.create', { name: 'Evidencia', fileId: null });
  const first = await importFile(test, await test.stage('antes.csv', waveFile(0)), { columns: settled });
  const second = await importFile(test, await test.stage('despues.csv', waveFile(1)), {
    instrumentId: first.instrument.id,
    wave: { name: 'Después', moment: 'ex-post' },
    columns: settled,
  });
  const variable = (label: string): VariableId => {
    const found = first.instrument.variables.find((each) => each.label === label);
    if (!found) throw new Error(`no variable ${label}`);
    return found.id;
  };
  const isYes = (label: string) => ({ op: 'is' as const, variableId: variable(label), values: ['true'] });
  const save = (name: string, measure: Measure, more: Partial<IndicatorDraft> = {}) =>
    client.call('indicator.save', { indicatorId: null, indicator: { ...draft(measure), name, ...more } });
  const indicators = {
    knows: await save('Conoce la oficina', { kind: 'proportion', condition: isYes('conoce') }),
    mark: await save('Nota', { kind: 'mean', variableId: variable('nota') }, { decimals: 2, unit: 'puntos' }),
    twelve: await save(
      'Conoce, desde 12 años',
      { kind: 'proportion', condition: isYes('conoce') },
      { filter: { op: 'range', variableId: variable('edad'), min: 12, max: null } },
    ),
    trusts: await save('Confía', { kind: 'proportion', condition: isYes('confía') }),
  };
  const spec: ComparisonSpec = {
    baselineWaveId: first.wave.id,
    followUpWaveIds: [second.wave.id],
    indicatorIds: [indicators.knows.id, indicators.mark.id, indicators.twelve.id],
    breakdown: [variable('escuela')],
    linkage: 'independent',
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
  };
  const cuts = await client.call('comparison.save', { comparisonId: null, name: 'Dos cortes', spec });
  const people = await client.call('comparison.save', {
    comparisonId: null,
    name: 'Las mismas personas',
    spec: { ...spec, indicatorIds: [indicators.trusts.id], breakdown: [], linkage: 'matched' },
  });
  const stages = await client.call('measurement.save', {
    measurementId: null,
    measurement: {
      name: 'Camino',
      spec: {
        kind: 'funnel',
        instrumentId: first.instrument.id,
        waveIds: [],
        filter: null,
        confidenceLevel: 0.95,
        stages: [
          { id: 'sabe', label: 'Conoce', condition: isYes('conoce') },
          { id: 'confia', label: 'Confía', condition: isYes('confía') },
        ],
        splitId: null,
      },
    },
  });
  const blocks: ReportDraft['blocks'] = [
    ...[cuts, people].map(({ id }) => ({
      kind: 'comparison' as const,
      comparisonId: id,
      indicatorIds: [],
      chart: null,
      showTable: true,
      showSentences: true,
      caption: '',
    })),
    {
      kind: 'measurement',
      measurementId: stages.id,
      showTables: true,
      showCharts: false,
      showSentences: false,
      caption: '',
    },
  ];
  const report = await client.call('report.save', { reportId: null, report: { ...blankReport, blocks } });
  const compared = (comparison: Comparison, indicator: Indicator, group: string | null): EvidenceLink => ({
    kind: 'comparison',
    reportId: report.id,
    comparisonId: comparison.id,
    indicatorId: indicator.id,
    followUpWaveId: second.wave.id,
    key: group === null ? [] : [{ variableId: variable('escuela'), value: group, label: group }],
  });
  const counted = (figureKey: string): EvidenceLink => ({
    kind: 'measurement',
    reportId: report.id,
    measurementId: stages.id,
    figureKey,
  });
  const links: Record<ClaimName, EvidenceLink> = {
    knows: compared(cuts, indicators.knows, null),
    'knows-norte': compared(cuts, indicators.knows, 'Norte'),
    'knows-sur': compared(cuts, indicators.knows, 'Sur'),
    mark: compared(cuts, indicators.mark, null),
    'knows-twelve': compared(cuts, indicators.twelve, null),
    'trusts-matched': compared(people, indicators.trusts, null),
    'reached-trusts': counted('reached/stage:confia'),
    'reached-knows': counted('reached/stage:sabe'),
  };
  const claims: Claim[] = claimNames.map((name, index) => ({
    id: ClaimId.parse(`clm_claim0${index}`),
    text: name,
    stated: null,
    evidence: links[name],
  }));
  const practice = await client.call('practice.save', {
    practiceId: null,
    practice: { ...emptyPractice('Práctica con evidencia'), municipality: 'Los Andes', claims },
  });
  const evidence = async () => {
    const found = await client.call('practice.evidence', { practiceId: practice.id });
    const named = found.claims.map(({ claimId, status, problems, strength }) => [
      practice.claims.find(({ id }) => id === claimId)?.text ?? claimId,
      { status, problems, strength },
    ]);
    return Object.fromEntries(named);
  };
  return {
    test,
    waves: [first, second],
    variable,
    indicators,
    cuts,
    people,
    stages,
    report,
    practice,
    evidence,
    stale: async () => {
      const all: Record<string, { status: string }> = await evidence();
      return Object.keys(all).filter((name) => all[name]?.status !== 'current');
    },
    render: () => client.call('report.render', { reportId: report.id, formats: ['html'] }),
    close: () => test.close(),
  };
}

const blankReport: ReportDraft = {
  title: 'Informe de prueba',
  subtitle: '',
  municipality: 'Los Andes',
  unit: 'Oficina',
  practiceId: null,
  audience: 'internal',
  locale: 'es',
  blocks: [],
};

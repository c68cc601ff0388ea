import { z } from 'zod';
import { ChartKind } from '../domain/chart';
import { Comparison, ComparisonResult, ComparisonSpec } from '../domain/comparison';
import { Coverage, DeclaredDesign, DesignHint, Linkage, SamplingDesign } from '../domain/design';
import { ComparisonId, IndicatorId, InstrumentId, VariableId, WaveId } from '../domain/ids';
import { Indicator, IndicatorDraft } from '../domain/indicator';
import { OutputFile } from '../domain/report';
import { Done, defineMethods, Locale, Nothing } from './define';

/** The declared design, indicators, comparisons and charts. */
export const analysisMethods = defineMethods({
  'design.get': {
    kind: 'query',
    summary:
      'How the waves of an instrument were drawn: what was declared (null if nothing was), what the data suggest, and the hints behind it (repeated identifiers, columns that look like weights, schools or strata; share from 0 to 1)',
    input: z.strictObject({ instrumentId: InstrumentId }),
    output: z.strictObject({
      declared: DeclaredDesign.nullable(),
      proposal: z.strictObject({ coverage: Coverage, linkage: Linkage, sampling: SamplingDesign }),
      hints: z.array(DesignHint),
    }),
  },
  'design.save': {
    kind: 'command',
    summary:
      'Declare how the waves of an instrument were drawn: stratumId, clusterId and weightId are variables (null for none); populations count clusters where there is a clusterId and people otherwise (waveId null: every wave; stratum null: no strata); it can be undone',
    input: DeclaredDesign.omit({ declaredAt: true }),
    output: DeclaredDesign,
  },
  'indicator.list': {
    kind: 'query',
    summary: 'All indicators',
    input: Nothing,
    output: z.strictObject({ indicators: z.array(Indicator) }),
  },
  'indicator.save': {
    kind: 'command',
    summary: 'Create an indicator (id null) or change one',
    input: z.strictObject({ indicatorId: IndicatorId.nullable(), indicator: IndicatorDraft }),
    output: Indicator,
  },
  'indicator.remove': {
    kind: 'command',
    summary: 'Delete an indicator; it can be undone',
    input: z.strictObject({ indicatorId: IndicatorId }),
    output: Done,
  },
  'indicator.preview': {
    kind: 'query',
    summary: 'Result of an indicator that is still being built, over waves',
    input: z.strictObject({ indicator: IndicatorDraft, waveIds: z.array(WaveId).min(1) }),
    output: z.strictObject({ result: ComparisonResult }),
  },
  'comparison.compute': {
    kind: 'query',
    summary:
      'Compare a baseline with its follow-ups, by indicator and group; sampling as in design.save (absent: every row drawn on its own), analysis chooses interval, family of tests and reliability standard',
    input: ComparisonSpec,
    output: ComparisonResult,
  },
  'comparison.propose': {
    kind: 'query',
    summary:
      'Propose baseline, follow-ups and design: the declared one, otherwise linkage from the identifiers the waves share',
    input: Nothing,
    output: z.strictObject({
      baselineWaveId: WaveId.nullable(),
      followUpWaveIds: z.array(WaveId),
      linkage: Linkage,
      coverage: Coverage,
      sampling: SamplingDesign,
      sharedPeople: z.int().nonnegative(),
    }),
  },
  'comparison.list': {
    kind: 'query',
    summary: 'Saved comparisons',
    input: Nothing,
    output: z.strictObject({ comparisons: z.array(Comparison) }),
  },
  'comparison.save': {
    kind: 'command',
    summary: 'Save a comparison (id null makes a new one)',
    input: z.strictObject({
      comparisonId: ComparisonId.nullable(),
      name: z.string().min(1).max(200),
      spec: ComparisonSpec,
    }),
    output: Comparison,
  },
  'comparison.remove': {
    kind: 'command',
    summary: 'Delete a saved comparison; it can be undone',
    input: z.strictObject({ comparisonId: ComparisonId }),
    output: Done,
  },
  'comparison.export': {
    kind: 'command',
    summary: 'Write the table of a comparison as CSV (Excel in Chile, or RFC 4180)',
    input: z.strictObject({ spec: ComparisonSpec, flavour: z.enum(['excel-cl', 'rfc4180']), locale: Locale }),
    output: OutputFile,
  },
  'chart.export': {
    kind: 'command',
    summary: 'Write one chart of a comparison as SVG or PNG',
    input: z.strictObject({
      spec: ComparisonSpec,
      chart: ChartKind,
      /** The variable drawn by `likert` and `distribution`; null for the other charts. */
      variableId: VariableId.nullable(),
      format: z.enum(['svg', 'png']),
      locale: Locale,
    }),
    output: OutputFile,
  },
});

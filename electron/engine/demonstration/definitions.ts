import type { Call } from '../../../shared/contract';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import type { Indicator, IndicatorDraft } from '../../../shared/domain/indicator';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Claim, Practice } from '../../../shared/domain/practice';
import type { ProjectSettings } from '../../../shared/domain/project';
import type { Report } from '../../../shared/domain/report';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { comparisonHandlers } from '../comparison/handlers';
import type { EngineContext } from '../context';
import { designHandlers } from '../design/handlers';
import { indicatorHandlers } from '../indicators/handlers';
import { practiceHandlers } from '../practices/handlers';
import { listInstruments, listWaves, readSettings } from '../projects/open-project';
import { reportHandlers } from '../reports/handlers';
import { demonstrationIndicators, type IndicatorName } from './indicators';
import { questionLookup } from './questions';
import { demonstrationReport } from './report';

/**
 * Gives the imported demonstration data its indicators, saved comparisons, a report and the practice record with
 * linked claims, through the same methods a person uses. Throws `variable-missing` when the data is another.
 */
export async function addDemonstrationDefinitions(context: EngineContext, call: Call): Promise<void> {
  const { waves, instruments, settings } = await context.project().read(call.signal, async (session) => ({
    waves: await listWaves(session),
    instruments: await listInstruments(session),
    settings: await readSettings(session),
  }));
  const questions = questionLookup(instruments.flatMap((instrument) => instrument.variables));
  const indicators = await saveIndicators(context, call, demonstrationIndicators(questions));
  const ids = (...names: IndicatorName[]) => names.map((name) => indicators[name].id);
  await declareDesign(context, call, instruments, settings);
  const base = {
    ...waveRoles(waves),
    linkage: settings.linkage,
    coverage: settings.coverage,
    confidenceLevel: settings.confidenceLevel,
    audience: 'publication',
  } as const;
  const save = (name: string, spec: ComparisonSpec): Promise<Comparison> =>
    comparisonHandlers['comparison.save'](context, { comparisonId: null, name, spec }, call);

  const everybody = await save('Todos los indicadores', {
    ...base,
    indicatorIds: ids(...comparedNames),
    breakdown: [],
  });
  const bySchool = await save('Según establecimiento', {
    ...base,
    indicatorIds: ids('office', 'welcome', 'status', 'enrolment'),
    breakdown: [questions.id('school')],
  });
  const bySex = await save('Según sexo', {
    ...base,
    indicatorIds: ids('discrimination', 'activities', 'belongs'),
    breakdown: [questions.id('sex')],
  });
  // A count of the same people is the same in both waves; the size of each wave is told by all of its rows.
  const sizes = await save('Tamaño de las mediciones', {
    ...base,
    linkage: 'independent',
    indicatorIds: ids('register', 'daysAttended'),
    breakdown: [],
  });
  const practice = await practiceHandlers['practice.addSeed'](context, { slug: 'los-andes' }, call);
  const belongs = questions.id('belongs');
  const sex = questions.id('sex');
  const draft = demonstrationReport({
    practice,
    everybody,
    bySchool,
    bySex,
    sizes,
    indicators,
    belongs,
    sex,
  });
  const report = await reportHandlers['report.save'](context, { reportId: null, report: draft }, call);
  await linkClaims(context, call, { practice, report, everybody, indicators });
  // Rendered once, so that report and claims start out current and a change of the data shows.
  await reportHandlers['report.render'](context, { reportId: report.id, formats: ['pdf', 'html'] }, call);
}

/** All schools took part and nobody was drawn by weight: a part of each school's pupils, found again by their identifier. */
async function declareDesign(
  context: EngineContext,
  call: Call,
  instruments: readonly Instrument[],
  { coverage, linkage }: Pick<ProjectSettings, 'coverage' | 'linkage'>,
): Promise<void> {
  for (const { id: instrumentId } of instruments) {
    const design = { instrumentId, coverage, linkage, sampling: simpleSampling };
    await designHandlers['design.save'](context, design, call);
  }
}

const comparedNames = [
  'office',
  'status',
  'enrolment',
  'welcome',
  'clinic',
  'discrimination',
  'carer',
  'activities',
  'belongs',
  'belonging',
  'wellbeing',
  'attendance',
  'regularisation',
] as const satisfies readonly IndicatorName[];

type SavedIndicators = Record<IndicatorName, Indicator>;

async function saveIndicators(
  context: EngineContext,
  call: Call,
  drafts: Record<IndicatorName, IndicatorDraft>,
): Promise<SavedIndicators> {
  const saved: Partial<SavedIndicators> = {};
  // Safe: the keys of a record made in this folder.
  for (const name of Object.keys(drafts) as IndicatorName[]) {
    const input = { indicatorId: null, indicator: drafts[name] };
    saved[name] = await indicatorHandlers['indicator.save'](context, input, call);
  }
  // Safe: every name was saved above.
  return saved as SavedIndicators;
}

function waveRoles(waves: readonly Wave[]): Pick<ComparisonSpec, 'baselineWaveId' | 'followUpWaveIds'> {
  const baseline = waves.find((wave) => wave.moment === 'ex-ante');
  const followUps = waves.filter((wave) => wave.moment !== 'ex-ante');
  if (!baseline || followUps.length === 0) throw new AppError('wave-missing', { waveId: '' });
  return { baselineWaveId: baseline.id, followUpWaveIds: followUps.map((wave) => wave.id) };
}

type Links = { practice: Practice; report: Report; everybody: Comparison; indicators: SavedIndicators };

/** The claims of the record that the demonstration's data can carry, by the words they hold, and their indicator. */
const linkedClaims: readonly { holds: string; indicator: IndicatorName }[] = [
  { holds: 'situación migratoria', indicator: 'status' },
  { holds: 'seguimiento ex-post', indicator: 'office' },
];

async function linkClaims(
  context: EngineContext,
  call: Call,
  { practice, report, everybody, indicators }: Links,
): Promise<void> {
  const [followUpWaveId] = everybody.spec.followUpWaveIds;
  if (!followUpWaveId) return;
  const claims = practice.claims.map((claim): Claim => {
    const link = linkedClaims.find(({ holds }) => claim.text.includes(holds));
    if (!link) return claim;
    const indicatorId = indicators[link.indicator].id;
    const evidence: Claim['evidence'] = {
      kind: 'comparison',
      reportId: report.id,
      comparisonId: everybody.id,
      indicatorId,
      followUpWaveId,
      key: [],
    };
    return { ...claim, evidence };
  });
  const { id, createdAt, updatedAt, ...draft } = practice;
  const input = { practiceId: id, practice: { ...draft, claims } };
  await practiceHandlers['practice.save'](context, input, call);
}

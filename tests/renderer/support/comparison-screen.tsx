import { Route } from 'wouter';
import ComparisonScreen from '../../../renderer/features/comparison';
import type { MethodOutput } from '../../../shared/contract';
import { simpleSampling } from '../../../shared/domain/design';
import { type FakeAnswers, type FakeCall, fakeHost, result } from './fake-host';
import { ids, instrument, project, wave } from './fixtures';
import { renderScreen, type Screen } from './render-screen';
import { comparisonResult, followUp, followUpId, indicator, row } from './results';

export const proposal: MethodOutput<'comparison.propose'> = {
  baselineWaveId: ids.wave,
  followUpWaveIds: [followUpId],
  linkage: 'independent',
  coverage: 'sample',
  sampling: simpleSampling,
  sharedPeople: 0,
};

export const undeclared: MethodOutput<'design.get'> = {
  declared: null,
  proposal: { coverage: 'sample', linkage: 'independent', sampling: simpleSampling },
  hints: [],
};

export const everybody = row([], { from: 0.6, to: 0.8 });

/** What the comparison screen asks for, answered with two waves, one indicator and no declared design. */
const answers: FakeAnswers = {
  'project.current': () => result('project.current', { project }),
  'wave.list': () => result('wave.list', { waves: [wave, followUp] }),
  'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
  'indicator.list': () => result('indicator.list', { indicators: [indicator] }),
  'comparison.list': () => result('comparison.list', { comparisons: [] }),
  'comparison.propose': () => result('comparison.propose', proposal),
  'comparison.compute': () => result('comparison.compute', comparisonResult([everybody])),
  'design.get': () => result('design.get', undeclared),
};

/** The comparison screen over answers of which some are others than usual. */
export function renderComparison(
  more: FakeAnswers = {},
  path = '/comparacion',
): Screen & { calls: FakeCall[]; saved: string[] } {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Route path="/comparacion/:id?">
      <ComparisonScreen />
    </Route>,
    { host: fake.host, path },
  );
  return { ...fake, ...view };
}

/** The input of the last call of a method; undefined when there was none. */
export function lastInput(calls: readonly FakeCall[], method: FakeCall['method']): unknown {
  return calls.filter((call) => call.method === method).at(-1)?.input;
}

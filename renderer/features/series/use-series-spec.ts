import { useMemo } from 'react';
import type { InstrumentId } from '../../../shared/domain/ids';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import { type Instrument, isDated, type Variable } from '../../../shared/domain/instrument';
import type { SeriesSpec } from '../../../shared/domain/series';
import type { Wave } from '../../../shared/domain/wave';
import type { AppError } from '../../../shared/errors';
import { useQueryMethod } from '../../state/use-query-method';
import { useSharedDraft } from '../../state/use-shared-draft';
import { rankRegisters } from './rank-registers';

/** An instrument with at least one date that its files answered, and what can be followed in it. */
export type RegisterChoice = {
  instrument: Instrument;
  waves: readonly Wave[];
  dates: readonly Variable[];
  indicators: readonly Indicator[];
};

type Changes = { instrumentId: InstrumentId | null; spec: Partial<SeriesSpec> };
const nothingChanged: Changes = { instrumentId: null, spec: {} };

export type SeriesDraft = {
  registers: readonly RegisterChoice[];
  register: RegisterChoice | null;
  /** Null while loading and where there is no register. */
  spec: SeriesSpec | null;
  change: (change: Partial<SeriesSpec>) => void;
  chooseRegister: (id: InstrumentId) => void;
  isLoading: boolean;
  error: AppError | null;
  retry: () => void;
};

/** The register that covers most months, all its files and its first date, with the changes made since. */
export function useSeriesSpec(): SeriesDraft {
  const waves = useQueryMethod('wave.list', {});
  const instruments = useQueryMethod('instrument.list', {});
  const indicators = useQueryMethod('indicator.list', {});
  const project = useQueryMethod('project.current', {});
  const [changes, setChanges] = useSharedDraft('series', nothingChanged);
  const registers = useMemo(
    () =>
      listRegisters(
        instruments.data?.instruments ?? [],
        waves.data?.waves ?? [],
        indicators.data?.indicators ?? [],
      ),
    [instruments.data, waves.data, indicators.data],
  );
  const register =
    registers.find(({ instrument }) => instrument.id === changes.instrumentId) ?? registers[0] ?? null;
  const level = project.data?.project?.settings.confidenceLevel ?? null;
  const spec = useMemo<SeriesSpec | null>(() => {
    const dateVariableId = register?.dates[0]?.id;
    if (!register || !dateVariableId || level === null) return null;
    return {
      waveIds: register.waves.map(({ id }) => id),
      dateVariableId,
      period: 'month',
      measure: { kind: 'cases' },
      filter: null,
      cutDate: null,
      from: null,
      to: null,
      lags: null,
      seasonality: 'none',
      includePartial: false,
      confidenceLevel: level,
      audience: 'publication',
      ...changes.spec,
    };
  }, [register, level, changes.spec]);
  const answers = [waves, instruments, indicators, project];
  const failed = answers.find(({ error }) => error !== null);
  return {
    registers,
    register,
    spec,
    change: (change) => setChanges((now) => ({ ...now, spec: { ...now.spec, ...change } })),
    chooseRegister: (instrumentId) => setChanges(() => ({ instrumentId, spec: {} })),
    isLoading: answers.some(({ isLoading }) => isLoading),
    error: failed?.error ?? null,
    retry: () => failed?.retry(),
  };
}

function listRegisters(
  instruments: readonly Instrument[],
  waves: readonly Wave[],
  indicators: readonly Indicator[],
): RegisterChoice[] {
  const registers = instruments.flatMap((instrument): RegisterChoice[] => {
    const own = waves.filter(({ instrumentId }) => instrumentId === instrument.id);
    const dates = instrument.variables.filter(
      ({ id, type, identity }) =>
        isDated({ type }) && identity === null && own.some(({ variableIds }) => variableIds.includes(id)),
    );
    const [first] = dates;
    if (!first) return [];
    const known = new Set<string>(instrument.variables.map(({ id }) => id));
    return [
      {
        instrument,
        waves: own.filter(({ variableIds }) => variableIds.includes(first.id)),
        dates,
        indicators: indicators.filter((indicator) =>
          indicatorVariables(indicator).every((id) => known.has(id)),
        ),
      },
    ];
  });
  return rankRegisters(registers);
}

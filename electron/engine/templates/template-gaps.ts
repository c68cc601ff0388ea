import type { InstrumentId, VariableId } from '../../../shared/domain/ids';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import { type Measurement, measurementVariables } from '../../../shared/domain/measurement';
import type { PracticeTemplate } from '../../../shared/domain/template';
import type { InstrumentGap, TemplateGap } from '../../../shared/methods/template';
import type { Session } from '../db/session';
import { listMeasurements } from '../measurements/measurement-store';
import { getInstrument, listIndicators } from '../projects/open-project';
import type { Holdings } from './made';

type Known = { indicators: readonly Indicator[]; measurements: readonly Measurement[] };

/** A name or an address that is left out of the data on purpose is not a question without an answer. */
function isExpected({ identity, type }: Variable): boolean {
  return identity === null || type === 'identifier';
}

/** What cannot be computed without some variables of an instrument. */
function lostWithout(
  lacking: readonly VariableId[],
  instrumentId: InstrumentId,
  { indicators, measurements }: Known,
): Pick<InstrumentGap, 'indicators' | 'measurements'> {
  const lackingIds = new Set<string>(lacking);
  const touches = (variables: readonly string[]): boolean => variables.some((id) => lackingIds.has(id));
  const lost = indicators.filter((indicator) => touches(indicatorVariables(indicator)));
  const lostIds = new Set<string>(lost.map(({ id }) => id));
  const lostMeasurements = measurements.filter(({ spec }) => {
    if (spec.instrumentId !== instrumentId) return false;
    const behind = 'indicatorIds' in spec ? spec.indicatorIds : [];
    return (
      touches(measurementVariables(spec)) || (behind.length > 0 && behind.every((id) => lostIds.has(id)))
    );
  });
  return { indicators: lost.map(({ name }) => name), measurements: lostMeasurements.map(({ name }) => name) };
}

/** What a file that answers only some variables of an instrument leaves without an answer, and what falls with it. */
export async function instrumentGap(
  session: Session,
  { instrumentId, variableIds }: { instrumentId: InstrumentId; variableIds: readonly VariableId[] },
): Promise<InstrumentGap> {
  const variables = (await getInstrument(session, instrumentId)).variables.filter(isExpected);
  const lacking = variables.filter(({ id }) => !variableIds.includes(id));
  const known = {
    indicators: await listIndicators(session),
    measurements: await listMeasurements(session),
  };
  return {
    questions: lacking.map(({ label }) => label),
    of: variables.length,
    ...lostWithout(
      lacking.map(({ id }) => id),
      instrumentId,
      known,
    ),
  };
}

/** What each wave of a template's instruments lacks of its questions; waves that answer everything are left out. */
export function templateGaps(
  template: PracticeTemplate,
  ids: Readonly<Record<string, string>>,
  held: Holdings,
): TemplateGap[] {
  const known: Known = {
    indicators: template.indicators.flatMap(
      ({ key }) => held.indicators.get(ids[`indicator:${key}`] ?? '') ?? [],
    ),
    measurements: template.measurements.flatMap(
      ({ key }) => held.measurements.get(ids[`measurement:${key}`] ?? '') ?? [],
    ),
  };
  return template.instruments.flatMap((instrument) => {
    const made = held.instruments.get(ids[`instrument:${instrument.key}`] ?? '');
    const asked = new Set(instrument.variables.map(({ name }) => ids[`variable:${instrument.key}/${name}`]));
    const variables =
      made?.variables.filter((variable) => asked.has(variable.id) && isExpected(variable)) ?? [];
    return held.waves.flatMap((wave): TemplateGap[] => {
      if (wave.instrumentId !== made?.id) return [];
      const lacking = variables.filter(({ id }) => !wave.variableIds.includes(id));
      if (lacking.length === 0) return [];
      const lost = lostWithout(
        lacking.map(({ id }) => id),
        wave.instrumentId,
        known,
      );
      const questions = lacking.map(({ label }) => label);
      return [
        {
          waveId: wave.id,
          wave: wave.name,
          instrument: instrument.name,
          questions,
          of: variables.length,
          ...lost,
        },
      ];
    });
  });
}

import { indicatorVariables } from '../../../shared/domain/indicator';
import { measurementVariables } from '../../../shared/domain/measurement';
import type { PracticeTemplate } from '../../../shared/domain/template';
import type { Wave } from '../../../shared/domain/wave';
import type { TemplateGap } from '../../../shared/methods/template';
import type { Holdings } from './made';

/**
 * What each wave of a template's instruments lacks of its questions, and which indicators and measurements cannot be
 * computed from that wave because of it; waves that answer everything are left out.
 */
export function templateGaps(
  template: PracticeTemplate,
  ids: Readonly<Record<string, string>>,
  held: Holdings,
): TemplateGap[] {
  return template.instruments.flatMap((instrument) => {
    const instrumentId = ids[`instrument:${instrument.key}`];
    return held.waves
      .filter((wave) => wave.instrumentId === instrumentId)
      .map((wave) => gapOf(template, instrument, ids, held, wave))
      .filter((gap) => gap !== null);
  });
}

function gapOf(
  template: PracticeTemplate,
  instrument: PracticeTemplate['instruments'][number],
  ids: Readonly<Record<string, string>>,
  held: Holdings,
  wave: Wave,
): TemplateGap | null {
  const answered = new Set<string>(wave.variableIds);
  const lacking = instrument.variables.filter(
    ({ name }) => !answered.has(ids[`variable:${instrument.key}/${name}`] ?? ''),
  );
  if (lacking.length === 0) return null;
  const lackingIds = new Set(lacking.map(({ name }) => ids[`variable:${instrument.key}/${name}`]));
  const touches = (variables: readonly string[]): boolean => variables.some((id) => lackingIds.has(id));
  const indicators = template.indicators.flatMap(({ key }) => {
    const made = held.indicators.get(ids[`indicator:${key}`] ?? '');
    return made && touches(indicatorVariables(made)) ? [made] : [];
  });
  const lost = new Set<string>(indicators.map(({ id }) => id));
  const measurements = template.measurements.flatMap(({ key }) => {
    const made = held.measurements.get(ids[`measurement:${key}`] ?? '');
    if (!made || made.spec.instrumentId !== wave.instrumentId) return [];
    const behind = 'indicatorIds' in made.spec ? made.spec.indicatorIds : [];
    const isLost =
      touches(measurementVariables(made.spec)) || (behind.length > 0 && behind.every((id) => lost.has(id)));
    return isLost ? [made] : [];
  });
  return {
    waveId: wave.id,
    wave: wave.name,
    instrument: instrument.name,
    questions: lacking.map(({ label }) => label),
    of: instrument.variables.length,
    indicators: indicators.map(({ name }) => name),
    measurements: measurements.map(({ name }) => name),
  };
}

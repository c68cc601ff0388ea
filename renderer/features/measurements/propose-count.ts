import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import { type Instrument, isDated, isNumeric, type Variable } from '../../../shared/domain/instrument';
import type { MeasurementKind } from '../../../shared/domain/measurement';
import type { Wave } from '../../../shared/domain/wave';
import { emptyLine } from '../indicators/condition-form';
import { type ColumnSlot, type CountForm, emptyCount, newKey, newNamed } from './count-form';

/** What is known of the project when a count is begun. */
export type KnownData = {
  instruments: readonly Instrument[];
  waves: readonly Wave[];
  indicators: readonly Indicator[];
};

/** Which columns can fill a place; the first that also sounds like it is proposed. */
export function accepts(slot: ColumnSlot, variable: Variable): boolean {
  switch (slot) {
    case 'date':
    case 'resolved':
      return isDated(variable);
    case 'count':
    case 'quantity':
      return isNumeric(variable);
    case 'person':
      return variable.type === 'identifier' || variable.role === 'identifier' || variable.type === 'text';
    case 'text':
      return variable.type === 'text';
    case 'session':
      return !isNumeric(variable) || variable.type === 'integer';
    case 'unit':
      return variable.type !== 'decimal' && !isDated(variable);
    case 'breakdown':
    case 'body':
    case 'split':
    case 'stage':
    case 'item':
    case 'direction':
    case 'group':
      return ['single', 'ordinal', 'boolean', 'text'].includes(variable.type);
  }
}

const sounds = {
  resolved: /cierre|cerr|resol|termin|closed|resolved/,
  date: /fecha|dia|date|ingreso|registro/,
  body: /mesa|instancia|comite|red|body/,
  session: /sesion|taller|modulo|jornada|encuentro|session|workshop/,
  person: /codigo|folio|persona|participante|asistente|id/,
  count: /asist|participant|cantidad|total|numero|n_/,
  unit: /establecimiento|escuela|liceo|rbd|organizacion|sede|school/,
  stage: /etapa|grupo|fase|ronda|stage/,
  item: /producto|articulo|tipo|especie|item|alimento|donacion/,
  direction: /movimiento|sentido|entrada|salida|direccion|tipo_mov|direction/,
  quantity: /cantidad|kg|kilo|monto|unidades|quantity/,
  group: /particip|grupo|taller|curso|group/,
  text: /./,
} as const satisfies Partial<Record<ColumnSlot, RegExp>>;

/** A count of a kind with the columns of a register that fit by type and sound like it already in their places. */
export function proposeCount(kind: MeasurementKind, instrument: Instrument, known: KnownData): CountForm {
  const form = emptyCount(kind, instrument.id);
  const taken = new Set<string>();
  const pick = (slot: keyof typeof sounds, isNeeded: boolean): CountForm['columns'][ColumnSlot] => {
    const fitting = instrument.variables.filter(
      (variable) => accepts(slot, variable) && !taken.has(variable.id) && isUsable(slot, variable),
    );
    const found =
      fitting.find((variable) => sounds[slot].test(fold(`${variable.name} ${variable.label}`))) ??
      (isNeeded ? fitting[0] : undefined);
    if (found) taken.add(found.id);
    return found?.id ?? null;
  };
  const { columns } = form;
  const own = known.waves.filter(({ instrumentId }) => instrumentId === instrument.id);
  const indicatorIds = known.indicators
    .filter((indicator) => indicatorFits(indicator, instrument))
    .map(({ id }) => id)
    .slice(0, 12);
  switch (kind) {
    case 'figures':
      return { ...form, indicatorIds };
    case 'cases': {
      const resolved = pick('resolved', false);
      return {
        ...form,
        columns: { ...columns, resolved, date: pick('date', true) },
        splitIds: splitsOf(instrument),
      };
    }
    case 'meetings': {
      const body = pick('body', false);
      return {
        ...form,
        columns: { ...columns, date: pick('date', true), body },
        schedule: scheduleOf(instrument.variables.find(({ id }) => id === body) ?? null, own),
      };
    }
    case 'attendance': {
      const session = pick('session', true);
      const count = instrument.rowUnit === 'event' ? pick('count', true) : null;
      const person = count === null ? pick('person', false) : null;
      return { ...form, columns: { ...columns, session, person, count, date: pick('date', false) } };
    }
    case 'funnel': {
      const first = newNamed([], 'stage');
      return { ...form, named: [first, { ...newNamed([first], 'stage'), condition: oneLine() }] };
    }
    case 'coverage':
      return { ...form, columns: { ...columns, unit: pick('unit', false) }, counts: oneLine() };
    case 'coding':
      return { ...form, columns: { ...columns, text: pick('text', true), stage: pick('stage', false) } };
    case 'ledger': {
      const direction = pick('direction', false) ?? pick('direction', true);
      const values = instrument.variables.find(({ id }) => id === direction)?.options ?? [];
      const like = (word: RegExp): string[] =>
        values.filter(({ label, value }) => word.test(fold(`${label} ${value}`))).map(({ value }) => value);
      return {
        ...form,
        columns: {
          ...columns,
          direction,
          item: pick('item', true),
          quantity: pick('quantity', true),
          date: pick('date', true),
        },
        inValues: like(/entra|recib|ingres|donac|^in\b/),
        outValues: like(/sal|entreg|egres|repart|^out\b/),
        unit: instrument.variables.find(({ unit }) => unit !== null)?.unit ?? '',
      };
    }
    case 'contrast':
      return {
        ...form,
        indicatorIds: indicatorIds.slice(0, 6),
        columns: { ...columns, group: pick('group', false) },
      };
  }
}

/** The register that suits a kind best: one whose rows are what the kind counts, else the first with data. */
export function proposeInstrument(kind: MeasurementKind, known: KnownData): Instrument | null {
  const filled = known.instruments.filter(({ id }) => known.waves.some((wave) => wave.instrumentId === id));
  const units = {
    figures: [],
    cases: ['case'],
    meetings: ['event'],
    attendance: ['event', 'person'],
    funnel: ['person', 'case'],
    coverage: ['institution'],
    coding: ['statement'],
    ledger: ['movement'],
    contrast: ['person'],
  } as const satisfies Record<MeasurementKind, readonly Instrument['rowUnit'][]>;
  const wanted: readonly Instrument['rowUnit'][] = units[kind];
  return filled.find(({ rowUnit }) => wanted.includes(rowUnit)) ?? filled[0] ?? known.instruments[0] ?? null;
}

/** True where every question of an indicator is one of the register's. */
export function indicatorFits(indicator: Indicator, instrument: Instrument): boolean {
  const ids = new Set<string>(instrument.variables.map(({ id }) => id));
  return indicatorVariables(indicator).every((id) => ids.has(id));
}

function oneLine(): CountForm['counts'] {
  return { join: 'all', lines: [emptyLine()] };
}

function isUsable(slot: ColumnSlot, variable: Variable): boolean {
  return variable.identity === null || slot === 'person';
}

/** The first few closed questions that tell cases apart. */
function splitsOf({ variables }: Instrument): CountForm['splitIds'] {
  return variables
    .filter(({ type, identity, name, label }) => {
      const isClosed = type === 'single' || type === 'ordinal';
      return isClosed && identity === null && /canal|via|tipo|motivo|nacional/.test(fold(`${name} ${label}`));
    })
    .map(({ id }) => id)
    .slice(0, 3);
}

function scheduleOf(body: Variable | null, waves: readonly Wave[]): CountForm['schedule'] {
  const days = waves.flatMap(({ startDate, endDate }) => [startDate, endDate]).filter((day) => day !== null);
  const sorted = [...days].sort();
  const line = { every: 'month', from: sorted[0] ?? null, to: sorted.at(-1) ?? null } as const;
  const options = body?.options ?? [];
  if (options.length === 0) return [{ ...line, key: newKey(), body: null, label: '' }];
  return options.slice(0, 20).map(({ value, label }) => ({ ...line, key: newKey(), body: value, label }));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

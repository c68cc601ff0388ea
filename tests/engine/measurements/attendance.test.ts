import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { getInstrument } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import { InstrumentId } from '../../../shared/domain/ids';
import { variableId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, valueAt } from './measured';

const attendance = {
  kind: 'attendance' as const,
  sessionId: variableId('sesion'),
  dateId: null,
  personId: null,
  countId: null,
  attended: null,
  splitIds: [],
};

describe('sessions with the number of people that came', () => {
  let measured: Measured;
  const byCount = {
    ...attendance,
    dateId: variableId('dia'),
    countId: variableId('numero'),
    splitIds: [variableId('tipo')],
  };
  const session = (sesion: string, dia: string, numero: number | null, tipo: string) => ({
    sesion,
    dia,
    numero,
    tipo,
  });
  beforeAll(async () => {
    measured = await startMeasured({
      rowUnit: 'event',
      variables: {
        sesion: { type: 'text' },
        dia: { type: 'date' },
        numero: { type: 'integer' },
        tipo: { type: 'single', options: ['taller', 'seminario'] },
      },
      waves: [
        {
          name: 'Registro',
          rows: [
            session('T1', '2023-05-10', 120, 'taller'),
            session('T2', '2023-06-10', 80, 'taller'),
            session('S1', '2023-07-10', 84, 'seminario'),
            session('T3', '2024-05-10', 40, 'taller'),
            session('T4', '2024-06-10', 6, 'taller'),
            session('T5', '2024-07-10', 0, 'taller'),
            session('S2', '2024-08-10', null, 'seminario'),
          ],
        },
      ],
      indicators: [],
    });
  });
  afterAll(() => measured.close());

  it('are added up by kind and year', async () => {
    const result = await measured.compute(byCount);
    expect(valueAt(result, 'attendances')).toBe(330);
    expect(valueAt(result, 'sessions')).toBe(7);
    expect(valueAt(result, 'attendances/split:tipo=taller/period:2023')).toBe(200);
    expect(valueAt(result, 'sessions/split:tipo=taller/period:2024')).toBe(3);
    expect(valueAt(result, 'attendances/split:tipo=seminario/period:2023')).toBe(84);
    expect(valueAt(result, 'mean-attendance/period:2023')).toBeCloseTo(284 / 3, 10);
  });

  it('name the session to which nobody came, and count it as zero', async () => {
    const result = await measured.compute(byCount);
    expect(valueAt(result, 'attendances/session:T5')).toBe(0);
    expect(result.notices).toEqual([
      { code: 'nobody-attended', details: { sessions: '«T5», «S2»', sessionCount: 2 } },
      { code: 'count-missing', details: { count: 1 } },
    ]);
  });

  it('hide how many came where they were few, though a session is no person, with what would give them back', async () => {
    const result = await measured.compute(byCount);
    expect(valueAt(result, 'attendances/session:T4')).toBe('suppressed');
    // T3 goes with it: 330 less the other sessions is 6. So the workshops of 2024 (46) may stay.
    expect(valueAt(result, 'attendances/session:T3')).toBe('suppressed');
    expect(valueAt(result, 'attendances/split:tipo=taller/period:2024')).toBe(46);
    expect(valueAt(result, 'sessions')).toBe(7);
    expect(result.privacy.threshold).toBe(10);
  });

  it('compare with the first session without calling it retention', async () => {
    const result = await measured.compute(byCount);
    expect(valueAt(result, 'attendance-ratio/session:T2')).toBeCloseTo(80 / 120, 10);
    expect(result.figures.some(({ measure }) => measure === 'retention' || measure === 'people')).toBe(false);
  });
});

describe('a list of people by session', () => {
  let measured: Measured;
  const list = { ...attendance, personId: variableId('persona'), attended: null };
  beforeAll(async () => {
    // Of 40 people at the first session 30 came to the second and 16 to the third, where 4 were new.
    const rows = [40, 30, 16].flatMap((count, session) =>
      Array.from({ length: count }, (_, person) => ({
        sesion: String(session + 1),
        persona: `p${person}`,
        vino: true,
      })),
    );
    const fresh = Array.from({ length: 4 }, (_, person) => ({
      sesion: '3',
      persona: `n${person}`,
      vino: true,
    }));
    const repeated = Array.from({ length: 12 }, () => ({ sesion: '1', persona: 'p0', vino: true }));
    const absent = Array.from({ length: 20 }, (_, person) => ({
      sesion: '4',
      persona: `p${person}`,
      vino: false,
    }));
    const unplaced = Array.from({ length: 12 }, (_, person) => ({
      sesion: null,
      persona: `x${person}`,
      vino: true,
    }));
    measured = await startMeasured({
      variables: { sesion: { type: 'text' }, persona: { type: 'identifier' }, vino: { type: 'boolean' } },
      waves: [{ name: 'Lista', rows: [...rows, ...fresh, ...repeated, ...absent, ...unplaced] }],
      indicators: [],
    });
  });
  afterAll(() => measured.close());
  const came = { op: 'is' as const, variableId: variableId('vino'), values: ['true'] };

  it('counts each person once a session and says how many rows repeated one', async () => {
    const result = await measured.compute({ ...list, attended: came });
    expect(valueAt(result, 'attendances/session:1')).toBe(40);
    expect(valueAt(result, 'people')).toBe(44);
    expect(result.notices).toContainEqual({ code: 'person-twice-in-session', details: { count: 12 } });
    expect(result.notices).toContainEqual({ code: 'session-missing', details: { count: 12 } });
    expect(result.notices).toContainEqual({
      code: 'nobody-attended',
      details: { sessions: '«4»', sessionCount: 1 },
    });
  });

  it('follows the people of the first session, not those who came later', async () => {
    const result = await measured.compute({ ...list, attended: came });
    expect(figure(result, 'retention/session:3')).toMatchObject({ value: 0.4, n: 40, numerator: 16 });
    // R: prop.test(16, 40, correct = FALSE)$conf.int
    expect(figure(result, 'retention/session:3').interval?.lower).toBeCloseTo(0.2634833, 6);
    expect(figure(result, 'came-to-all')).toMatchObject({ numerator: 16, n: 44 });
    expect(valueAt(result, 'retention/session:4')).toBe(0);
  });

  it('gives no share where nobody came to any session', async () => {
    const nobody = { op: 'is' as const, variableId: variableId('vino'), values: ['false'] };
    const filter = { op: 'is' as const, variableId: variableId('sesion'), values: ['1', '2'] };
    const result = await measured.compute({ ...list, attended: nobody, filter });
    expect(valueAt(result, 'attendances')).toBe(0);
    expect(figure(result, 'retention/session:2')).toMatchObject({ value: null, reason: 'no-first-session' });
    expect(figure(result, 'came-to-all')).toMatchObject({ value: null, reason: 'nobody-attended' });
    const numbers = result.figures.flatMap(({ value, n }) => [value, n]);
    expect(numbers.every((number) => number === null || Number.isFinite(number))).toBe(true);
  });
});

it('asks for another variable where a session is called by a page of text', async () => {
  const measured = await startMeasured({
    variables: { sesion: { type: 'text' } },
    waves: [{ name: 'Lista', rows: [{ sesion: 'x'.repeat(10_000) }] }],
    indicators: [],
  });
  try {
    await expect(measured.compute({ ...attendance, attended: null })).rejects.toMatchObject({
      code: 'measurement-invalid',
      details: { reason: 'value-too-long' },
    });
  } finally {
    await measured.close();
  }
});

it('is not told by sessions that are called like a person, since what is hidden is still named', async () => {
  const measured = await startMeasured({
    variables: { sesion: { type: 'text' } },
    waves: [{ name: 'Lista', rows: [{ sesion: 'Persona 1' }] }],
    indicators: [],
  });
  try {
    await measured.project.context.project().write(neverCancelled, async (session) => {
      const instrument = await getInstrument(session, InstrumentId.parse('ins_first0'));
      const variables = instrument.variables.map((variable) => ({ ...variable, identity: 'name' as const }));
      await replaceDefinition(session, 'instrument', instrument.id, { ...instrument, variables });
    });
    await expect(measured.compute(attendance)).rejects.toMatchObject({ code: 'variable-type' });
  } finally {
    await measured.close();
  }
});

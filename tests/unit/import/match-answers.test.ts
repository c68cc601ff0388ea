import { describe, expect, it } from 'vitest';
import { matchColumns } from '../../../electron/engine/import/match';
import { assign } from '../../../electron/engine/import/matching/assign';
import { matchAnswers } from '../../../electron/engine/import/matching/match-answers';
import { scaleLegend } from '../../../electron/engine/import/matching/scale-legend';
import { InstrumentId, VariableId } from '../../../shared/domain/ids';
import { ColumnPlan } from '../../../shared/domain/import';
import { Instrument, Variable, type VariableType } from '../../../shared/domain/instrument';

type Answers = readonly (string | readonly [string, string])[];

function options(answers: Answers): { value: string; label: string }[] {
  return answers.map((answer) =>
    typeof answer === 'string' ? { value: answer, label: answer } : { value: answer[0], label: answer[1] },
  );
}

function variable(label: string, type: VariableType, answers: Answers = [], place = 1): Variable {
  return Variable.parse({
    id: VariableId.parse(`var_${'abcdefgh'[place] ?? 'z'}aaaaa`),
    name: `v${place}`,
    label,
    type,
    role: 'measure',
    options: options(answers),
    missingCodes: [],
    unit: null,
    identity: null,
  });
}

function column(header: string, type: VariableType, answers: Answers = [], source = 0): ColumnPlan {
  return ColumnPlan.parse({
    source,
    header,
    action: 'keep',
    variableId: null,
    name: `c${source}`,
    label: header,
    type,
    role: 'measure',
    options: options(answers),
    missingCodes: [],
    decimalMark: ',',
    dateOrder: 'dmy',
    optionSeparator: null,
    identity: null,
  });
}

function recodes(before: Variable, now: ColumnPlan, values: string[] | null = null): string[] {
  return matchAnswers(now, before, values).recodes.map(({ from, to }) => `${from}>${to}`);
}

function instrument(...variables: Variable[]): Instrument {
  return Instrument.parse({
    id: InstrumentId.parse('ins_aaaaaa'),
    name: 'Encuesta',
    version: 1,
    variables,
    createdAt: '2024-03-01T00:00:00.000Z',
  });
}

describe('answers of a later wave', () => {
  it('are told apart by the letters beside them: M is a man with F and a woman with H', () => {
    const sex = variable('Sexo', 'single', ['Hombre', 'Mujer']);
    expect(recodes(sex, column('Sexo', 'single', ['M', 'F']))).toEqual(['M>Hombre', 'F>Mujer']);
    expect(recodes(sex, column('Sexo', 'single', ['H', 'M']))).toEqual(['H>Hombre', 'M>Mujer']);
    const letters = variable('Sexo', 'single', ['H', 'M']);
    expect(recodes(letters, column('Sexo', 'single', ['M', 'F']))).toEqual(['M>H', 'F>M']);
  });

  it('follow their labels where codes were shifted or turned, all at once', () => {
    const scale = variable('Acuerdo', 'ordinal', [
      ['1', 'En desacuerdo'],
      ['2', 'Neutral'],
      ['3', 'De acuerdo'],
    ]);
    const shifted = column('Acuerdo', 'ordinal', [
      ['0', 'En desacuerdo'],
      ['1', 'Neutral'],
      ['2', 'De acuerdo'],
    ]);
    expect(recodes(scale, shifted)).toEqual(['0>1', '1>2', '2>3']);
    expect(matchAnswers(shifted, scale, null).change).toBe('recoded');
    const back = column('Acuerdo', 'ordinal', [
      ['1', 'De acuerdo'],
      ['2', 'Neutral'],
      ['3', 'En desacuerdo'],
    ]);
    expect(recodes(scale, back)).toEqual(['1>3', '3>1']);
    expect(matchAnswers(back, scale, null)).toMatchObject({ change: 'scale-reversed', isApplied: true });
  });

  it('with numbers before them are turned by their texts', () => {
    const scale = variable('Acuerdo', 'ordinal', ['1. Nunca', '2. A veces', '3. Siempre']);
    const back = column('Acuerdo', 'ordinal', ['1. Siempre', '2. A veces', '3. Nunca']);
    expect(recodes(scale, back)).toEqual(['1. Siempre>3. Siempre', '3. Nunca>1. Nunca']);
    expect(matchAnswers(back, scale, null).change).toBe('scale-reversed');
  });

  it('that are bare codes of a labelled scale wait for the analyst', () => {
    const scale = variable('Frecuencia', 'ordinal', ['Nunca', 'A veces', 'Siempre']);
    const match = matchAnswers(column('Frecuencia', 'integer'), scale, ['1', '2', '3']);
    expect(match).toMatchObject({ isApplied: false, evidence: [{ why: 'answers-by-position' }] });
  });

  it('with another spelling are the same, with another meaning are not', () => {
    const before = variable('Apoyo', 'single', ['Municipalidad', 'De acuerdo', 'Satisfecho', '1º básico']);
    const now = column('Apoyo', 'single', ['Munisipalidad', 'Desacuerdo', 'Insatisfecho', '2º básico']);
    expect(recodes(before, now)).toEqual(['Munisipalidad>Municipalidad']);
    expect(matchAnswers(now, before, null).added.map(({ value }) => value)).toEqual([
      'Desacuerdo',
      'Insatisfecho',
      '2º básico',
    ]);
  });
});

describe('a question that explains its scale', () => {
  it('is read with codes before or after the words', () => {
    const ends = [
      [1, 'nunca'],
      [5, 'siempre'],
    ];
    expect([...scaleLegend('¿Cuánto? (1 = Nunca, 5 = Siempre)')]).toEqual(ends);
    expect([...scaleLegend('En una escala de 1 (nunca) a 5 (siempre)')]).toEqual(ends);
    expect([...scaleLegend('¿Cuántas personas viven en tu casa?')]).toEqual([]);
  });
});

describe('the items of a battery', () => {
  it('do not take each other’s places when their order and numbers change', () => {
    const texts = [
      'Me siento seguro en la sala',
      'Me siento seguro en el patio',
      'Me siento seguro en el baño',
    ];
    const known = instrument(
      ...texts.map((text, index) => variable(`P12_${index + 1} ${text}`, 'integer', [], index + 1)),
    );
    const order = [2, 0, 1];
    const columns = order.map((text, source) =>
      column(`P14_${source + 1}. ${texts[text]?.replace('seguro', 'segura')}`, 'integer', [], source),
    );
    const { matches } = matchColumns(known, columns);
    expect(matches.map(({ variableLabel }) => variableLabel)).toEqual(
      order.map((text) => `P12_${text + 1} ${texts[text]}`),
    );
  });

  it('are found by their number where nothing else is written', () => {
    const known = instrument(variable('p12.3', 'integer', [], 1), variable('p12.4', 'integer', [], 2));
    const { matches } = matchColumns(known, [
      column('P12_4', 'integer', [], 0),
      column('P12_3', 'integer', [], 1),
    ]);
    expect(matches.map(({ variableLabel }) => variableLabel)).toEqual(['p12.4', 'p12.3']);
  });
});

describe('claims settled together', () => {
  it('give the greatest whole, not the greatest first', () => {
    const pairs = assign([
      { left: 0, right: 0, worth: 0.9 },
      { left: 0, right: 1, worth: 0.8 },
      { left: 1, right: 0, worth: 0.8 },
    ]);
    expect(pairs.map(({ left, right }) => `${left}${right}`).sort()).toEqual(['01', '10']);
  });
});

import { describe, expect, it } from 'vitest';
import { inSentence } from '../../../electron/engine/reports/chart-parts';
import { paragraphs } from '../../../electron/engine/reports/compose-report';
import { splitAtDecimalMark, startsWithNumber } from '../../../electron/engine/reports/document';
import { slug } from '../../../electron/engine/reports/file-names';
import { definitionLines } from '../../../electron/engine/reports/indicator-definition';
import { draft, makeVariable, variableId } from '../../support/comparison-project';

describe('figures set on their decimal mark', () => {
  it.each([
    ['28,5 %', '28', ',5 %'],
    ['1.234,50', '1.234', ',50'],
    ['592', '592', ''],
    ['1.234', '1.234', ''],
    ['−12 pp', '−12', ' pp'],
    ['–', '–', ''],
  ])('%s is cut into %s and %s', (text, head, tail) => {
    expect(splitAtDecimalMark(text, 'es')).toEqual({ head, tail });
  });

  it('are told from the words of a protected cell, which hold a number too', () => {
    expect(['+28,4 pp', '−3', '12'].map(startsWithNumber)).toEqual([true, true, true]);
    expect(['protegido (<10)', 'sin datos', '–'].map(startsWithNumber)).toEqual([false, false, false]);
  });
});

describe('names of files', () => {
  it('are ASCII, lower case and never empty', () => {
    expect(slug('Informe Ñuñoa: «niñez» 2023/2024', 'informe')).toBe('informe-nunoa-ninez-2023-2024');
    expect(slug('../../etc/passwd', 'informe')).toBe('etc-passwd');
    expect(slug('¿¡!?', 'informe')).toBe('informe');
  });
});

describe('plain text', () => {
  it('is cut into paragraphs at blank lines only', () => {
    expect(paragraphs('uno\ndos\n \n\n tres  cuatro \n')).toEqual(['uno dos', 'tres cuatro']);
  });

  it('takes a label into a sentence without touching acronyms and questions', () => {
    expect(['Sexo', 'RBD', '¿Tiene RUN?', 'País'].map(inSentence)).toEqual([
      'sexo',
      'RBD',
      '¿Tiene RUN?',
      'país',
    ]);
  });
});

describe('the definition of an indicator in words', () => {
  const knows = makeVariable('conoce', { type: 'boolean', label: '¿Conoce la oficina?' });
  const mood = makeVariable('animo', {
    type: 'ordinal',
    label: 'Ánimo',
    options: ['mal', 'regular', 'bien'],
  });
  const variableOf = (id: string) => [knows, mood].find((variable) => variable.id === id);

  it('names numerator, denominator, missing rule, direction, unit and target', () => {
    const lines = definitionLines(
      draft(
        { kind: 'proportion', condition: { op: 'is', variableId: variableId('conoce'), values: ['true'] } },
        { target: { value: 0.5, rationale: 'La mitad.' }, missingRule: 'count-as-no' },
      ),
      variableOf,
      'es',
    );
    expect(lines).toEqual([
      'Numerador: personas que respondieron «Sí» a «¿Conoce la oficina?».',
      'Denominador: todas las personas de la medición.',
      'Quienes no respondieron permanecen en el denominador y cuentan como «no». Sentido: más es mejor. Unidad: porcentaje.',
      'Meta: 50,0\u00a0%. Razón de la meta: La mitad.',
    ]);
  });

  it('names rows that are not people by what they are, and says what they have instead of what they answered', () => {
    const condition = { op: 'is' as const, variableId: variableId('conoce'), values: ['true'] };
    const lines = definitionLines(
      draft({ kind: 'proportion', condition }, { filter: condition }),
      variableOf,
      'es',
      'institution',
    );
    expect(lines.slice(0, 3)).toEqual([
      'Numerador: instituciones que tienen «Sí» en «¿Conoce la oficina?».',
      'Denominador: instituciones con ese dato.',
      'Solo cuentan instituciones que tienen «Sí» en «¿Conoce la oficina?».',
    ]);
    expect(lines.join(' ')).not.toMatch(/persona|respond|quienes/i);
  });

  it('says what an index is measured against, and that later answers may lie beyond it', () => {
    const items = [
      { variableId: variableId('animo'), isReversed: false },
      { variableId: variableId('conoce'), isReversed: true },
    ];
    const [range, z, plain] = (['baseline-range', 'baseline-z', 'items'] as const).map(
      (scale) =>
        definitionLines(draft({ kind: 'index', items, minimumAnswered: 1, scale }), variableOf, 'es')[0],
    );
    expect(range).toMatch(
      /0 y 100 son los extremos que se respondieron en la línea base.*sin recortarlas\.$/,
    );
    expect(z).toMatch(/en desviaciones estándar de la línea base respecto del promedio de la línea base\.$/);
    expect(plain).not.toContain('línea base');
    const english = draft({ kind: 'index', items, minimumAnswered: 1, scale: 'baseline-range' });
    expect(definitionLines(english, variableOf, 'en')[0]).toMatch(
      /below 0 or above 100 and are not cut off\.$/,
    );
  });

  it('says which answers of a scale count, in English too', () => {
    const measure = { kind: 'top-box', variableId: variableId('animo'), boxes: 1 } as const;
    expect(definitionLines(draft(measure), variableOf, 'en')[0]).toBe(
      'Numerator: people who in “Ánimo” chose the highest answer (“BIEN”).',
    );
  });
});

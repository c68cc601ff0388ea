import { describe, expect, it } from 'vitest';
import { periodInText, seriesMethodLine, seriesSentences } from '../../../shared/text/series-sentences';
import { seriesResult as resultOf } from '../../support/series-result';

const noise = [3, -2, 1, -4, 2, 0, -1, 4, -3, 1, 2, -3, 0, 2, -2, 3, -1, -2, 4, -3, 1, 0, -1, 2];
const jump = noise.map((value, index) => 100 + value + (index >= 12 ? 40 : 0));
const nothing = noise.map((value) => 100 + value);
const turn = noise.map((value, index) => 100 + value + (index >= 12 ? 5 * (index - 12) : 0));

describe('what is said of a series', () => {
  it('says that it jumped, and that a turn cannot be told apart', () => {
    const [first, second, ...rest] = seriesSentences(resultOf(jump), 'es');
    expect(first).toMatch(
      /^Desde el 1 de enero de 2023, el número de casos por mes subió de golpe \d+,\d casos \(entre \+\d+,\d y \+\d+,\d\); no se distingue un cambio de ritmo \(entre −\d+,\d y \+\d+,\d\), con 95\u00a0% de confianza\.$/,
    );
    expect(second).toMatch(/^En diciembre de 2023 queda \d+,\d casos por encima de donde estaría/);
    expect(rest).toEqual([expect.stringContaining('Es un cambio observado')]);
  });

  it('never says that nothing changed where the data cannot tell', () => {
    const sentences = seriesSentences(resultOf(nothing), 'es');
    expect(sentences[0]).toMatch(
      /^Con estos datos no se puede afirmar que el número de casos por mes haya cambiado/,
    );
    expect(sentences[1]).toMatch(/no se distingue/);
    // What cannot be told apart is no observed change either.
    expect(sentences.join(' ')).not.toMatch(/cambio observado/);
    expect(sentences.join(' ')).not.toMatch(/no hubo cambio|no cambió|sin cambio|impacto|efecto/i);
  });

  it('says that the pace changed where only that is clear', () => {
    expect(seriesSentences(resultOf(turn), 'es')[0]).toMatch(
      /^Desde el 1 de enero de 2023, en el número de casos por mes, su ritmo aumentó en 5,\d casos por mes \(entre .*\); no se distingue un salto/,
    );
  });

  it('speaks of percentage points where shares are followed', () => {
    const shares = jump.map((value) => value / 200);
    expect(seriesSentences(resultOf(shares, { isShare: true }), 'es')[0]).toMatch(
      /el indicador «Resuelve en el plazo» subió de golpe \d+,\d puntos porcentuales/,
    );
  });

  it('does not claim what only the less cautious errors see', () => {
    const result = resultOf(jump);
    if (!result.model?.cautious) throw new Error('no model');
    const { levelChange } = result.model.cautious;
    const wide = { ...levelChange, interval: { lower: -5, upper: 85, level: 0.95 } };
    const cautious = { ...result.model.cautious, levelChange: wide, endChange: wide };
    const sentences = seriesSentences({ ...result, model: { ...result.model, cautious } }, 'es');
    expect(sentences[0]).toContain('no se distingue un salto (entre −5,0 y +85,0)');
    expect(sentences[1]).toContain('no se distingue de donde estaría');
    expect(sentences[2]).toMatch(/más prudente/);
  });

  it('speaks of lines that every period lies on without inventing a margin', () => {
    const exact = Array.from({ length: 24 }, (_, index) => (index < 12 ? 10 + index : 50 + index));
    expect(seriesSentences(resultOf(exact), 'es')).toEqual([
      'Desde el 1 de enero de 2023, el número de casos por mes subió de golpe 40,0 casos y siguió al mismo ritmo. Todos los períodos caen justo sobre las líneas, así que no hay margen que calcular.',
    ]);
    expect(seriesSentences(resultOf(Array.from({ length: 24 }, () => 7)), 'es')[0]).toMatch(/la misma línea/);
  });

  it('says what is missing where there is no model', () => {
    expect(seriesSentences(resultOf(jump, { refusals: ['too-few-after'] }), 'es')).toEqual([
      'Hay muy pocos períodos completos después de la fecha: se necesitan al menos 8.',
    ]);
    expect(seriesSentences(resultOf(jump, { cut: null, refusals: ['no-cut'] }), 'es')[0]).toMatch(
      /Escribe la fecha/,
    );
  });

  it('says the same in English', () => {
    const [first] = seriesSentences(resultOf(jump), 'en');
    expect(first).toMatch(/^Since 1 January 2023, the number of cases a month jumped up by \d+\.\d cases/);
  });

  it('gives the evaluator one line of method', () => {
    expect(seriesMethodLine(resultOf(jump), 'es')).toMatch(
      /^Regresión segmentada por mínimos cuadrados, errores de Newey y West con 2 rezagos \(regla 4 \(n\/100\)\^\(2\/9\)\), n = 24 períodos \(12 antes y 12 después\), t con 20 grados de libertad\. Durbin-Watson \d,\d\d\.$/,
    );
    expect(seriesMethodLine(resultOf(jump, { cut: null, refusals: ['no-cut'] }), 'es')).toBe('');
  });

  it('names months, quarters and weeks', () => {
    expect(periodInText('2022-12-01', 'month', 'es')).toBe('diciembre de 2022');
    expect(periodInText('2022-10-01', 'quarter', 'es')).toBe('el trimestre 4 de 2022');
    expect(periodInText('2022-12-05', 'week', 'es')).toBe('la semana del 05-12-2022');
    expect(periodInText('2022-12-01', 'month', 'en')).toBe('December 2022');
  });
});

import { describe, expect, it } from 'vitest';
import { VariableId } from '../../../shared/domain/ids';
import type { MeasurementSpec } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import { measurementSentences } from '../../../shared/text/measurement-sentences';
import { measurementNoticeText, measurementPeriod } from '../../../shared/text/measurements';
import { hiddenFigure, made, resultOf } from '../charts/measurement-fixtures';

const nb = '\u00a0';
const dateId = VariableId.parse('var_synthetic2');

function withSpec(result: MeasurementResult, spec: object): MeasurementResult {
  const { instrumentId, waveIds, filter, confidenceLevel } = result.spec;
  // Safe: each test gives all that its kind has of its own.
  return { ...result, spec: { instrumentId, waveIds, filter, confidenceLevel, ...spec } as MeasurementSpec };
}

describe('what a count says in sentences', () => {
  it('tells a mayor how often a body met', () => {
    const schedule = [
      { body: 'i', label: 'La mesa institucional', every: 'quarter', from: '2024-04-03', to: '2024-10-08' },
    ];
    const figures = [
      made('planned-meetings/body:i', 'planned-meetings', { value: 3 }),
      made('periods-kept/body:i', 'periods-kept', { value: 3 }),
      made('kept-share/body:i', 'kept-share', { value: 1, scale: 'share' }),
    ];
    const result = withSpec(resultOf(figures, []), {
      kind: 'meetings',
      dateId,
      bodyId: dateId,
      held: null,
      schedule,
    });
    expect(measurementSentences(result, 'es')).toEqual([
      `La mesa institucional se reunió en 3 de los 3 trimestres previstos (100${nb}%).`,
    ]);
    expect(measurementSentences(result, 'en')).toEqual([
      'La mesa institucional met in 3 of the 3 planned quarters (100%).',
    ]);
  });

  it('never says that something changed where the interval holds no change, nor that it did not', () => {
    const share = { scale: 'share' as const, decimals: 1 };
    const of = (lower: number) =>
      withSpec(
        resultOf(
          [
            made('cases', 'cases', { value: 180 }),
            made('standard-met/standard:f/phase:before', 'standard-met', { ...share, value: 0.5 }),
            made('standard-met/standard:f/phase:after', 'standard-met', { ...share, value: 0.6 }),
            made('change/standard:f', 'change', {
              scale: 'share-change',
              decimals: 1,
              value: 0.1,
              interval: { lower, upper: 0.24, level: 0.95 },
            }),
          ],
          [],
        ),
        {
          kind: 'cases',
          dateId,
          resolvedId: null,
          splitIds: [],
          standards: [
            { id: 'f', label: 'Ficha completa', condition: { op: 'answered', variableId: dateId } },
          ],
          cutDate: '2022-12-01',
          period: 'month',
        },
      );
    expect(measurementSentences(of(0.02), 'es')[1]).toBe(
      `Ficha completa: de 50,0${nb}% antes a 60,0${nb}% después, un cambio observado de +10,0${nb}pp (entre +2,0${nb}pp y +24,0${nb}pp).`,
    );
    expect(measurementSentences(of(-0.04), 'es')[1]).toContain(
      'con estos datos no se puede afirmar que haya cambiado',
    );
  });

  it('weighs the difference of two changes by its interval', () => {
    const change = { scale: 'share-change' as const, decimals: 1, of: ['Confianza'] };
    const indicator = 'ind_synthetic1';
    const of = (lower: number) =>
      withSpec(
        resultOf(
          [
            made(`change-exposed/indicator:${indicator}`, 'change-exposed', { ...change, value: 0.2 }),
            made(`change-comparison/indicator:${indicator}`, 'change-comparison', { ...change, value: 0.05 }),
            made(`difference-in-changes/indicator:${indicator}`, 'difference-in-changes', {
              ...change,
              value: 0.15,
              interval: { lower, upper: 0.27, level: 0.95 },
            }),
          ],
          [],
        ),
        { kind: 'contrast', indicatorIds: [indicator] },
      );
    expect(measurementSentences(of(0.03), 'es')[1]).toContain('no incluye el cero');
    expect(measurementSentences(of(-0.03), 'es')[1]).toContain('no se puede afirmar');
  });

  it('passes over protected figures', () => {
    const figures = [
      made('reached/stage:a', 'reached', { value: 40, of: ['A'] }),
      made('reached/stage:b', 'reached', { ...hiddenFigure, of: ['B'] }),
    ];
    expect(measurementSentences(resultOf(figures, []), 'es')).toEqual(['A: 40.']);
  });

  it('words a notice without the number that may not be told', () => {
    expect(measurementNoticeText({ code: 'undated-left-out', details: {} }, 'es')).toBe(
      'Unas pocas filas no tienen fecha, así que no se contaron.',
    );
    expect(measurementNoticeText({ code: 'undated-left-out', details: { count: 1200 } }, 'en')).toBe(
      '1,200 rows have no date, so they were not counted.',
    );
  });

  it('names periods of every length', () => {
    expect(
      ['2024', '2024-H2', '2024-Q3', '2024-03', '2024-W09'].map((label) => measurementPeriod(label, 'es')),
    ).toEqual(['2024', 'sem. 2 2024', 'trim. 3 2024', 'mar 2024', 'semana 9, 2024']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  answersOf,
  cellValueOf,
  cellWords,
  readMoment,
  readNumber,
} from '../../renderer/features/cleaning/cell-value';
import { readDay } from '../../renderer/ui/day';

const words = { yes: 'Sí', no: 'No', none: 'Ninguna', missing: 'Sin dato' };
const needs = {
  type: 'multiple' as const,
  options: [
    { value: 'a', label: 'Salud' },
    { value: 'b · c', label: 'Vivienda · abrigo' },
  ],
};

describe('values of the cleaning log', () => {
  it('keep an answer whole that holds the sign between answers', () => {
    expect(answersOf('a · b · c', needs.options)).toEqual(['a', 'b · c']);
    expect(answersOf('otra · a', needs.options)).toEqual(['otra', 'a']);
  });

  it('tell none chosen from no data', () => {
    expect(cellValueOf('', needs)).toEqual([]);
    expect(cellValueOf(null, needs)).toBeNull();
    expect(cellWords([], needs, 'es', words)).toBe('Ninguna');
    expect(cellWords(null, needs, 'es', words)).toBe('Sin dato');
  });

  it('are read by their label, their day and their number, never as codes alone', () => {
    expect(cellWords(['a'], needs, 'es', words)).toBe('Salud');
    expect(cellWords('2024-03-05', { type: 'date', options: [] }, 'es', words)).toBe('05-03-2024');
    expect(cellWords('1234.5', { type: 'decimal', options: [] }, 'es', words)).toBe('1.234,5');
    expect(cellWords('true', { type: 'boolean', options: [] }, 'es', words)).toBe('Sí');
  });

  it('keep the clock of a day with its hour', () => {
    const moment = { type: 'datetime' as const, options: [] };
    expect(cellValueOf(Date.UTC(2024, 2, 5, 14, 30), moment)).toBe('2024-03-05 14:30:00');
    expect(cellWords('2024-03-05 14:30:00', moment, 'es', words)).toBe('05-03-2024, 14:30');
  });
});

describe('typed values', () => {
  it('are numbers with a point or a comma, and whole where they must be', () => {
    expect(readNumber(' 3,5 ', false)).toBe('3.5');
    expect(readNumber('3.5', true)).toBeNull();
    expect(readNumber('nueve', false)).toBeNull();
    expect(readNumber('1.234,5', false)).toBeNull();
    expect(readNumber('-12', true)).toBe('-12');
  });

  it('are moments only where the day and the hour exist', () => {
    expect(readMoment('05-06-2023 14:30', readDay)).toBe('2023-06-05 14:30:00');
    expect(readMoment('31-02-2023 14:30', readDay)).toBeNull();
    expect(readMoment('05-06-2023 24:30', readDay)).toBeNull();
    expect(readMoment('05-06-2023', readDay)).toBeNull();
  });
});

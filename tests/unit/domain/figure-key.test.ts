import { describe, expect, it } from 'vitest';
import { figureKey } from '../../../shared/domain/figure-key';

describe('the name of a figure', () => {
  it('puts its parts in one order, however they are given', () => {
    const parts = { phase: 'after', splits: [{ name: 'canal', value: 'web' }], standard: 'llamada' } as const;
    expect(figureKey('standard-met', parts)).toBe(
      'standard-met/standard:llamada/split:canal=web/phase:after',
    );
  });

  it('keeps values with a slash apart from parts and rows without an answer apart from the whole', () => {
    expect(figureKey('cases', { splits: [{ name: 'tipo', value: 'visa/cédula 50%' }] })).toBe(
      'cases/split:tipo=visa%2Fcédula 50%25',
    );
    expect(figureKey('cases', { splits: [{ name: 'tipo', value: null }] })).toBe('cases/split:tipo=');
    expect(figureKey('cases')).toBe('cases');
  });
});

import { describe, expect, it } from 'vitest';
import { chooseVariableMethod, VARIABLE_SCALES } from '../../../shared/stats/choose-variable-method';

const linkages = ['independent', 'matched'] as const;

describe('the method for a whole variable', () => {
  it.each([
    ['ordinal', 'independent', false, 'mann-whitney'],
    ['numeric', 'independent', false, 'mann-whitney'],
    ['date', 'independent', false, 'mann-whitney'],
    ['nominal', 'independent', false, 'chi-square'],
    ['ordinal', 'matched', false, 'wilcoxon-signed-rank'],
    ['numeric', 'matched', false, 'wilcoxon-signed-rank'],
    ['date', 'matched', false, 'wilcoxon-signed-rank'],
    ['nominal', 'matched', false, 'stuart-maxwell'],
    ['ordinal', 'independent', true, 'rao-scott'],
    ['nominal', 'independent', true, 'rao-scott'],
    ['numeric', 'independent', true, 'design-medians'],
    ['date', 'independent', true, 'design-medians'],
    ['ordinal', 'matched', true, 'design-medians'],
    ['numeric', 'matched', true, 'design-medians'],
    ['date', 'matched', true, 'design-medians'],
    ['nominal', 'matched', true, 'design-distribution'],
  ] as const)('for %s, %s, designed %s, is %s', (scale, linkage, isDesigned, method) => {
    expect(chooseVariableMethod({ scale, linkage, isDesigned, coverage: 'sample' })).toBe(method);
  });

  it('is exact for a census, whatever else was declared', () => {
    for (const scale of VARIABLE_SCALES) {
      for (const linkage of linkages) {
        for (const isDesigned of [false, true]) {
          const facts = { scale, linkage, isDesigned };
          expect(chooseVariableMethod({ ...facts, coverage: 'census' })).toBe('exact-distribution');
        }
      }
    }
  });

  it('keeps options that can be chosen together apart', () => {
    for (const linkage of linkages) {
      for (const isDesigned of [false, true]) {
        expect(chooseVariableMethod({ scale: 'multiple', linkage, isDesigned, coverage: 'sample' })).toBe(
          'options-apart',
        );
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import {
  attritionSummary,
  compositionSummary,
  differenceVerdict,
  standardisedSummary,
  weightingSummary,
  weightingVerdict,
} from '../../../shared/text/panel-summaries';
import { difference, panelResult } from '../../renderer/support/panel-results';
import { attends } from '../../renderer/support/results';

const base = panelResult();
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what can be said of a difference', () => {
  it('is that it differs only where the interval and the corrected p agree', () => {
    expect(differenceVerdict(difference(0.1, 0.05, { adjustedP: 0.05 }))).toBe('differs');
    expect(differenceVerdict(difference(0.1, 0.05, { adjustedP: 0.051 }))).toBe('fades');
    expect(differenceVerdict(difference(0.1, 0.05))).toBe('differs');
    expect(differenceVerdict(difference(-0.1, 0.1))).toBe('unclear');
  });

  it('is nothing without a figure, and exact without a margin', () => {
    expect(differenceVerdict(difference(null, 0))).toBe('none');
    expect(differenceVerdict(difference(0.1, 0, { interval: null }))).toBe('exact');
  });
});

describe('whether weights change the reading of a change', () => {
  it('they do not while it stays clear in the same direction, or stays unclear', () => {
    const clear = difference(0.1, 0.05);
    const unclear = difference(0.1, 0.2);
    expect(weightingVerdict({ unweighted: clear, weighted: difference(0.3, 0.1) })).toBe('same');
    expect(weightingVerdict({ unweighted: unclear, weighted: difference(-0.1, 0.2) })).toBe('same');
  });

  it('they do where it becomes clear, stops being so or turns around', () => {
    const clear = difference(0.1, 0.05);
    expect(weightingVerdict({ unweighted: clear, weighted: difference(0.1, 0.2) })).toBe('other');
    expect(weightingVerdict({ unweighted: clear, weighted: difference(-0.1, 0.05) })).toBe('other');
  });

  it('goes by the sign alone in a census', () => {
    const rise = difference(0.01, 0, { interval: null });
    const fall = difference(-0.01, 0, { interval: null });
    expect(weightingVerdict({ unweighted: rise, weighted: fall })).toBe('other');
    expect(weightingVerdict({ unweighted: rise, weighted: rise })).toBe('same');
  });
});

describe('the sentence first of all in each part', () => {
  it('never says that those lost started alike, only that it cannot be told', () => {
    const text = attritionSummary(base, 'es');
    expect(text).toContain('no se distingue que quienes se perdieron partieran distinto');
    expect(text).toContain('una diferencia chica podría no verse');
    expect(text).toContain('Por «Sexo» no se distinguen unas de otras');
  });

  it('names the indicators in which those lost started elsewhere, and in what they were other people', () => {
    const { attrition } = base;
    if (!attrition) throw new Error('an attrition is needed');
    const clear = difference(0.1, 0.05, { adjustedP: 0.01 });
    const text = attritionSummary(
      {
        ...base,
        attrition: {
          indicators: attrition.indicators.map((row) => ({ ...row, difference: clear })),
          composition: attrition.composition.map((row) => ({
            ...row,
            categories: row.categories.map((category) => ({ ...category, difference: clear })),
          })),
        },
      },
      'es',
    );
    expect(text).toContain(
      'En 2 de 2 indicadores quienes se perdieron partieron distinto de quienes siguen: «Asiste regularmente» y «Días de clases»',
    );
    expect(text).toContain('un grupo distinto por «Sexo»');
  });

  it('says in a census that differences are exact', () => {
    const { attrition } = base;
    if (!attrition) throw new Error('an attrition is needed');
    const exact = difference(0.1, 0, { interval: null, reason: 'not-sampled' });
    const indicators = attrition.indicators.map((row) => ({ ...row, difference: exact }));
    expect(attritionSummary({ ...base, attrition: { ...attrition, indicators } }, 'en')).toContain(
      'are exact',
    );
  });

  it('names the changes that would read otherwise', () => {
    const { weighting } = base;
    if (!weighting) throw new Error('a weighting is needed');
    const changes = weighting.changes.map((row) => ({ ...row, weighted: difference(0.01, 0.1) }));
    expect(weightingSummary({ ...base, weighting: { ...weighting, changes } }, 'es')).toContain(
      'en 1 de 2 indicadores la lectura sería otra: «Asiste regularmente»',
    );
  });

  it('gives the change that moves most for its own margin, unless both are written alike', () => {
    const { weighting } = base;
    if (!weighting) throw new Error('a weighting is needed');
    const moved = (change: number, half: number) =>
      weightingSummary(
        {
          ...base,
          weighting: {
            ...weighting,
            changes: weighting.changes.map((row, place) =>
              place === 0
                ? { ...row, unweighted: difference(0.284, 0.05), weighted: difference(0.2841, 0.05) }
                : { ...row, unweighted: difference(20, 3), weighted: difference(change, half) },
            ),
          },
        },
        'es',
      );
    expect(plain(moved(21, 3))).toContain('El que más se mueve es «Días de clases»: de +20 días a +21 días');
    expect(moved(20.1, 3)).not.toContain('El que más se mueve');
  });

  it('says why the check cannot be made', () => {
    const { weighting } = base;
    if (!weighting) throw new Error('a weighting is needed');
    const absent = { ...weighting, status: 'empty' as const, reason: 'no-variation', changes: [] };
    expect(weightingSummary({ ...base, weighting: absent }, 'es')).toContain('no se puede hacer: ');
  });

  it('gives the category that changed most where one clearly did', () => {
    const [first] = base.compositionChange;
    if (!first) throw new Error('a composition is needed');
    const clear = difference(0.08, 0.03, { adjustedP: 0.001 });
    const changed = {
      ...first,
      categories: first.categories.map((each) => ({ ...each, difference: clear })),
    };
    expect(plain(compositionSummary({ ...base, compositionChange: [changed] }, 'es'))).toBe(
      'El grupo cambió. Lo que más, en «Sexo»: «Femenino» pasó de 49,6 % a 50,4 % de las personas.',
    );
    expect(compositionSummary(base, 'es')).toContain('no se distingue');
  });

  it('does not say that the group changed where a declared design leaves its shares without interval', () => {
    const without = (reason: string) => ({
      ...base,
      compositionChange: base.compositionChange.map((row) => ({
        ...row,
        categories: row.categories.map((each) => ({
          ...each,
          difference: difference(0.08, 0, { interval: null, test: null, adjustedP: null, reason }),
        })),
      })),
    });
    const told = compositionSummary(without('rows-only'), 'es');
    expect(told).toContain('sin tomar en cuenta cómo se eligieron');
    expect(told).not.toMatch(/pasó de|mayor diferencia/);
    expect(plain(compositionSummary(without('not-sampled'), 'es'))).toContain('pasó de 49,6 % a 50,4 %');
  });

  it('weighs the composition against the margin of each change', () => {
    const [first, second] = base.standardised;
    if (!first || !second) throw new Error('two indicators are needed');
    expect(standardisedSummary(base, new Set(), 'es')).toContain('el cambio sería casi el mismo');
    const heavy = { ...first, compositionPart: 0.06 };
    expect(standardisedSummary({ ...base, standardised: [heavy, second] }, new Set(), 'es')).toContain(
      'en 1 de 1 indicadores la cifra sería otra: «Asiste regularmente»',
    );
    expect(standardisedSummary(base, new Set([attends]), 'es')).toContain('Ningún indicador');
  });
});

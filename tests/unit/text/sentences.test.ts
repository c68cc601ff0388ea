import { describe, expect, it } from 'vitest';
import type { ChangeResult, ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import { VariableId, WaveId } from '../../../shared/domain/ids';
import { EFFECT_SIZE_NAMES, METHOD_IDS, REASON_IDS, TEST_NAMES } from '../../../shared/stats/types';
import { resultSentence, resultStatement } from '../../../shared/text/sentences';
import {
  effectName,
  methodLine,
  methodName,
  methodReason,
  reasonText,
  testName,
} from '../../../shared/text/statistics';

const before = WaveId.parse('wav_before');
const after = WaveId.parse('wav_after0');
const waves = [
  { id: before, name: 'Ex-ante 2023' },
  { id: after, name: 'Ex-post 2024' },
];
type IndicatorFacts = ComparisonResult['indicators'][number];
const share: Pick<IndicatorFacts, 'name' | 'kind' | 'unit' | 'decimals' | 'direction'> = {
  name: 'Conoce la oficina',
  kind: 'proportion',
  unit: '',
  decimals: 1,
  direction: 'higher',
};
const mean = { ...share, name: 'Días de espera', kind: 'mean', unit: 'días', direction: 'lower' } as const;
const everybody = { key: [] };

function cell(
  waveId: WaveId,
  estimate: number | null,
  n: number | null,
  more: Partial<WaveCell> = {},
): WaveCell {
  return {
    waveId,
    status: 'shown',
    n,
    missing: 0,
    numerator: null,
    estimate,
    interval: null,
    reason: null,
    ...more,
  };
}

function change(more: Partial<ChangeResult>): ChangeResult {
  return {
    followUpWaveId: after,
    baseline: cell(before, 0.412, 1250),
    followUp: cell(after, 0.531, 1261),
    status: 'shown',
    change: 0.119,
    interval: { lower: 0.021, upper: 0.217, level: 0.95 },
    test: { name: 'two-proportion-z', statistic: 2.4, df: null, p: 0.016 },
    effectSize: { name: 'cohens-h', value: 0.24, interval: { lower: 0.04, upper: 0.44, level: 0.95 } },
    direction: 'improved',
    target: null,
    method: 'newcombe-independent',
    reason: null,
    ...more,
  };
}

/** Without the spaces that do not break, as a person would type it. */
function spanish(
  one: ChangeResult,
  indicator = share as typeof share | typeof mean,
  key: { key: ComparisonResult['rows'][number]['key'] } = everybody,
) {
  return resultSentence(key, one, indicator, waves, 'es').replaceAll('\u00a0', ' ');
}

describe('the sentence of a result', () => {
  it('tells a clear rise with its interval, in percentage points', () => {
    expect(spanish(change({}))).toBe(
      'Conoce la oficina: pasó de 41,2 % en «Ex-ante 2023» (n = 1.250) a 53,1 % en «Ex-post 2024» (n = 1.261), un aumento observado de 11,9 puntos porcentuales (entre +2,1 y +21,7, con 95 % de confianza), y es una mejora.',
    );
  });

  it('tells a clear fall of something of which less is better, in its unit', () => {
    const sentence = spanish(
      change({
        baseline: cell(before, 12.4, 80),
        followUp: cell(after, 9.1, 75),
        change: -3.3,
        interval: { lower: -5.2, upper: -1.4, level: 0.95 },
        direction: 'improved',
        method: 'welch',
      }),
      mean,
    );
    expect(sentence).toBe(
      'Días de espera: pasó de 12,4 días en «Ex-ante 2023» (n = 80) a 9,1 días en «Ex-post 2024» (n = 75), una baja observada de 3,3 días (entre −5,2 y −1,4, con 95 % de confianza), y es una mejora.',
    );
  });

  it('never says that nothing changed where the data cannot tell', () => {
    const sentence = spanish(
      change({
        change: 0.005,
        interval: { lower: -0.031, upper: 0.042, level: 0.95 },
        direction: 'no-clear-change',
      }),
    );
    expect(sentence).toContain(
      'no se puede afirmar que haya cambiado: el cambio está entre −3,1 y +4,2 puntos porcentuales, con 95 % de confianza.',
    );
    expect(sentence).not.toMatch(/no (hubo|hay) cambio|sin cambio|aumento|mejora/);
  });

  it('claims nothing for an interval that touches zero', () => {
    expect(
      spanish(change({ interval: { lower: 0, upper: 0.2, level: 0.95 }, direction: 'no-clear-change' })),
    ).toMatch(/no se puede afirmar/);
  });

  it('states a setback, and does not judge where no side is better', () => {
    expect(spanish(change({ direction: 'worsened' }))).toMatch(/, y es un retroceso\.$/);
    const neutral = spanish(change({ direction: 'not-judged' }), { ...share, direction: 'neutral' });
    expect(neutral).toMatch(/un aumento observado de 11,9/);
    expect(neutral).not.toMatch(/mejora|retroceso/);
  });

  it('speaks of the people matched where they are the same', () => {
    expect(
      spanish(
        change({
          baseline: cell(before, 0.4, 210),
          followUp: cell(after, 0.6, 210),
          method: 'newcombe-paired',
        }),
      ),
    ).toMatch(
      /^Conoce la oficina: entre las 210 personas con respuesta en ambas mediciones, pasó de 40,0 % en «Ex-ante 2023» a 60,0 % en «Ex-post 2024»/,
    );
  });

  it('calls the change of a census exact, also when there is none', () => {
    const census = {
      method: 'exact-difference',
      interval: null,
      test: null,
      effectSize: null,
      reason: 'not-sampled',
    };
    expect(spanish(change(census))).toMatch(
      /un aumento observado de 11,9 puntos porcentuales, y es una mejora; al haberse preguntado a todas las personas, el cambio es exacto\.$/,
    );
    expect(spanish(change({ ...census, change: 0, direction: 'no-clear-change' }))).toMatch(
      /sin diferencia; al haberse preguntado a todas las personas, la comparación es exacta\.$/,
    );
  });

  it('says why there is no interval', () => {
    expect(
      spanish(change({ interval: null, reason: 'no-design-for-interval', direction: 'not-judged' })),
    ).toMatch(/; no hay intervalo: un total observado no lo tiene/);
  });

  it('tells nothing of a protected figure', () => {
    const hidden = (waveId: WaveId): WaveCell =>
      cell(waveId, null, null, { status: 'suppressed', missing: null, reason: 'protected' });
    const suppressed = change({
      baseline: hidden(before),
      followUp: hidden(after),
      status: 'suppressed',
      change: null,
      interval: null,
      test: null,
      effectSize: null,
      direction: 'not-judged',
      reason: 'protected',
    });
    expect(spanish(suppressed)).not.toMatch(/\d/);
    expect(spanish(suppressed)).toMatch(/cifra protegida/);
    const half = { ...suppressed, followUp: cell(after, 0.531, 1261) };
    expect(spanish(half)).toMatch(/53,1 % en «Ex-post 2024» \(n = 1\.261\); la otra medición está protegida/);
    // It may be a large group that would give a small one away.
    expect(spanish(half)).toContain('permitiría deducir la de otro');
  });

  it('names what is missing, with the figure that there is', () => {
    const empty = change({
      followUp: cell(after, null, 0, { status: 'empty', reason: 'group-not-in-wave' }),
      status: 'empty',
      change: null,
      interval: null,
      reason: 'group-not-in-wave',
    });
    expect(spanish(empty)).toBe(
      'Conoce la oficina: 41,2 % en «Ex-ante 2023» (n = 1.250); no hay cambio que mostrar (el grupo no aparece en esta medición).',
    );
  });

  it('names the group', () => {
    const variableId = VariableId.parse('var_school');
    const key = [{ variableId, value: 'a', label: 'Escuela Río Blanco' }];
    expect(spanish(change({}), share, { key })).toMatch(/^Conoce la oficina \(Escuela Río Blanco\): pasó/);
  });

  it.each([
    ['yes', 'La meta de 60,0 % se alcanzó.'],
    ['no', 'La meta de 60,0 % no se alcanzó.'],
    ['uncertain', 'Con estos datos no se puede afirmar si la meta de 60,0 % se alcanzó.'],
  ] as const)('says whether the target was reached: %s', (reached, ending) => {
    const sentence = spanish(change({ target: { value: 0.6, reached, progressShare: null } }));
    expect(sentence.endsWith(ending)).toBe(true);
  });

  it('never speaks of impact or effect, in either language', () => {
    for (const locale of ['es', 'en'] as const) {
      const sentence = resultSentence(everybody, change({}), share, waves, locale);
      expect(sentence).not.toMatch(/impact|efecto|effect|gracias a|due to/i);
      expect(sentence).toMatch(/observ/);
    }
  });

  it('reads in English', () => {
    expect(resultSentence(everybody, change({}), share, waves, 'en').replaceAll('\u00a0', ' ')).toBe(
      'Conoce la oficina: went from 41.2% in “Ex-ante 2023” (n = 1,250) to 53.1% in “Ex-post 2024” (n = 1,261), an observed rise of 11.9 percentage points (between +2.1 and +21.7, with 95% confidence), which is an improvement.',
    );
  });
});

describe('the line of the method', () => {
  it('names method, tests with p, and effect size with its interval', () => {
    const one = change({ secondaryTest: { name: 'mcnemar-mid-p', statistic: null, df: null, p: 0.0004 } });
    expect(methodLine(one, 'es')).toBe(
      'Método: diferencia de dos porcentajes con intervalo de Newcombe; prueba de dos proporciones, p = 0,016; McNemar con p medio, p < 0,001; h de Cohen = 0,24 (0,04 a 0,44).',
    );
  });

  it('has words for every method, reason, test and effect size, in both languages', () => {
    for (const locale of ['es', 'en'] as const) {
      for (const method of METHOD_IDS) {
        expect(methodName(method, locale)).not.toMatch(/sin nombre|unnamed/);
        expect(methodReason(method, locale).length).toBeGreaterThan(40);
      }
      for (const reason of REASON_IDS) expect(reasonText(reason, locale)).not.toBe(reason);
      for (const test of TEST_NAMES) expect(testName(test, locale)).not.toBe(test);
      for (const effect of EFFECT_SIZE_NAMES) expect(effectName(effect, locale)).not.toBe(effect);
    }
  });

  it('gives what it does not know as it is', () => {
    expect(reasonText('toString', 'es')).toBe('toString');
    expect(methodReason('constructor', 'es')).toBe('');
  });
});

describe('a statement of a result', () => {
  const state = (more: Partial<ChangeResult>): string =>
    resultStatement({ waves, spec: { confidenceLevel: 0.95 } }, everybody, change(more), share, 'es');
  const adjusted = { p: 0.06, procedure: 'holm', family: 'declared', tests: 3 } as const;

  it('takes a clear change back where the corrected p is above the level', () => {
    expect(state({ adjusted })).toMatch(/mejor.*Al corregir por haber mirado varias .* ya no es claro\.$/);
  });

  it('takes it back where the calculation for few clusters reaches zero', () => {
    const interval = { lower: -0.01, upper: 0.25, level: 0.95 };
    const cautious = { method: 'cluster-robust-independent', interval, test: null } as const;
    expect(state({ cautious })).toMatch(/pocos conglomerados, ya no es claro\.$/);
  });

  it('is the plain sentence where both hold', () => {
    const plain = resultSentence(everybody, change({}), share, waves, 'es');
    expect(state({ adjusted: { ...adjusted, p: 0.05 } })).toBe(plain);
  });
});

import { describe, expect, it } from 'vitest';
import { VariableId, WaveId } from '../../../shared/domain/ids';
import {
  type VariableGroup,
  type VariableSide,
  variableCautions,
  variableMethods,
} from '../../../shared/domain/variable-comparison';
import { locales } from '../../../shared/text/catalogue';
import { variableMethodLine, variableSentence } from '../../../shared/text/rank-sentences';
import {
  formatMedian,
  type VariableFacts,
  variableCaution,
  variableMethodName,
  variableMethodReason,
  variableReason,
} from '../../../shared/text/variable-figures';

const before = WaveId.parse('wav_before');
const after = WaveId.parse('wav_after0');
const variableId = VariableId.parse('var_trust0');
const labels = ['Nunca', 'A veces', 'Casi siempre', 'Siempre'];

function factsOf(more: {
  scale?: VariableFacts['variable']['scale'];
  unit?: string | null;
  linkage?: 'matched' | 'independent';
  options?: readonly string[];
}): VariableFacts {
  const options = (more.options ?? labels).map((label) => ({ value: label.toLowerCase(), label }));
  const scale = more.scale ?? 'ordinal';
  return {
    spec: {
      variableId,
      baselineWaveId: before,
      followUpWaveId: after,
      linkage: more.linkage ?? 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
      breakdown: [],
    },
    variable: {
      id: variableId,
      label: 'Confianza',
      unit: more.unit ?? null,
      scale,
      scaleLength: scale === 'ordinal' ? options.length : null,
    },
    waves: [
      { id: before, name: 'Antes' },
      { id: after, name: 'Después' },
    ].map((wave) => ({
      ...wave,
      moment: 'ex-ante' as const,
      rows: 100,
      isSynthetic: true,
      dataSha256: 'a'.repeat(64),
    })),
    distribution: {
      variableId,
      label: 'Confianza',
      isOrdinal: true,
      isMultiple: false,
      options,
      groups: [],
    },
    topBoxOptions: scale === 'ordinal' ? options.slice(-2).map(({ value }) => value) : [],
  };
}

function sideOf(waveId: WaveId, more: Partial<VariableSide> = {}): VariableSide {
  return {
    waveId,
    status: 'shown',
    n: waveId === before ? 80 : 1070,
    missing: 0,
    shares: null,
    median: null,
    topBox: null,
    reason: null,
    ...more,
  };
}

function groupOf(more: Partial<VariableGroup>): VariableGroup {
  return {
    key: [],
    status: 'shown',
    baseline: sideOf(before),
    followUp: sideOf(after),
    method: 'mann-whitney',
    shift: null,
    test: null,
    effectSize: null,
    topBox: null,
    cautions: [],
    reason: null,
    ...more,
  };
}

const figure = (value: number, interval: [number, number] | null = null) => ({
  value,
  interval: interval && { lower: interval[0], upper: interval[1], level: 0.95 },
  reason: null,
});
const effect = (value: number, interval: [number, number] | null, name = 'rank-biserial') => ({
  name,
  value,
  interval: interval && { lower: interval[0], upper: interval[1], level: 0.95 },
});
const medians = (from: number, to: number) => ({
  baseline: sideOf(before, { median: figure(from) }),
  followUp: sideOf(after, { median: figure(to) }),
});
const shares = (from: readonly number[], to: readonly number[]) => ({
  baseline: sideOf(before, { shares: [...from] }),
  followUp: sideOf(after, { shares: [...to] }),
});
const test = (name: string, p: number, more = {}) => ({
  name,
  statistic: 1499.5,
  df: null,
  denominatorDf: null,
  p,
  ties: null,
  zeroRule: null,
  ...more,
});

/** Non-breaking spaces and typographic minus as plain ones. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
}

function both(group: VariableGroup, facts: VariableFacts): [string, string] {
  return [plain(variableSentence(group, facts, 'es')), plain(variableSentence(group, facts, 'en'))];
}

describe('the sentence of a scale', () => {
  const facts = factsOf({});

  it('tells a rise that the interval bears out in pairs of people', () => {
    expect(both(groupOf({ ...medians(2, 3), effectSize: effect(0.36, [0.14, 0.55]) }), facts)).toEqual([
      'Confianza: la mediana fue «A veces» en «Antes» (n = 80) y «Casi siempre» en «Después» (n = 1.070); de cada 100 pares con una persona de cada medición, la respuesta más alta es la de «Después» en 36 pares más que al revés (entre 14 y 55, con 95 % de confianza).',
      'Confianza: the median was “A veces” in “Antes” (n = 80) and “Casi siempre” in “Después” (n = 1,070); of every 100 pairs with one person of each wave, the higher answer is that of “Después” in 36 pairs more than the other way round (between 14 and 55, with 95% confidence).',
    ]);
  });

  it('tells a fall without signs, the end nearer to none first', () => {
    const [es] = both(groupOf({ ...medians(3, 2.5), effectSize: effect(-0.2, [-0.31, -0.08]) }), facts);
    expect(es).toContain('y entre «A veces» y «Casi siempre» en «Después»');
    expect(es).toContain(
      'la respuesta más baja es la de «Después» en 20 pares más que al revés (entre 8 y 31,',
    );
  });

  it('says that data cannot tell where the interval holds no change, whatever the medians', () => {
    const [es, en] = both(groupOf({ ...medians(2, 3), effectSize: effect(0.05, [-0.002, 0.12]) }), facts);
    expect(es).toContain('no se puede afirmar que las respuestas hayan subido o bajado');
    expect(es).toContain('entre -0,2 y +12,0');
    expect(en).toContain('these data cannot tell whether answers rose or fell');
  });

  it('speaks of the same people where they are', () => {
    const matched = factsOf({ linkage: 'matched' });
    const group = groupOf({
      ...medians(2, 3),
      method: 'wilcoxon-signed-rank',
      effectSize: effect(0.3, [0.13, 0.45]),
    });
    expect(both(group, matched)[0]).toBe(
      'Confianza: entre las 80 personas con respuesta en ambas mediciones, la mediana fue «A veces» en «Antes» y «Casi siempre» en «Después»; los aumentos pesan más que las bajas, con una ventaja de 30 puntos de 100 (entre 13 y 45, con 95 % de confianza).',
    );
    const unclear = { ...group, effectSize: effect(-0.1, [-0.3, 0.2]) };
    expect(both(unclear, matched)[1]).toContain('these data cannot tell whether answers rose or fell');
    expect(both({ ...group, effectSize: effect(1, null) }, matched)[0]).toContain(
      'todas las personas que cambiaron lo hicieron hacia arriba',
    );
    const still = { ...group, effectSize: null, reason: 'no-discordant-pairs' };
    expect(both(still, matched)[0]).toContain('no hay prueba: nadie cambió de respuesta');
  });

  it('tells waves without overlap as what they are', () => {
    const [es, en] = both(groupOf({ ...medians(1, 4), effectSize: effect(1, null) }), facts);
    expect(es).toContain('; todas las respuestas de «Después» son más altas.');
    expect(en).toContain('; all answers in “Después” are higher.');
    expect(both(groupOf({ ...medians(4, 1), effectSize: effect(-1, null) }), facts)[0]).toContain(
      'más bajas.',
    );
  });

  it('tells the top-two box under a declared design', () => {
    const group = groupOf({
      method: 'rao-scott',
      baseline: sideOf(before, { topBox: figure(0.458) }),
      followUp: sideOf(after, { topBox: figure(0.571) }),
      test: test('rao-scott', 0.01),
      topBox: {
        change: 0.113,
        interval: { lower: 0.021, upper: 0.205, level: 0.95 },
        p: 0.02,
        method: 'design-independent',
        reason: null,
      },
    });
    expect(both(group, facts)[0]).toBe(
      'Confianza: el porcentaje de «Casi siempre» y «Siempre» pasó de 45,8 % en «Antes» (n = 80) a 57,1 % en «Después» (n = 1.070), un aumento observado de 11,3 puntos porcentuales (entre +2,1 y +20,5, con 95 % de confianza).',
    );
    const topBox = group.topBox && { ...group.topBox, interval: { lower: -0.01, upper: 0.2, level: 0.95 } };
    expect(both({ ...group, topBox }, facts)[1]).toContain('these data cannot tell whether it changed');
  });
});

describe('the sentence of numbers and days', () => {
  const kilos = factsOf({ scale: 'numeric', unit: 'kg', options: [] });

  it('tells the shift with its unit', () => {
    const group = groupOf({
      ...medians(82.3, 84.05),
      shift: figure(2.4, [0.6, 4.7]),
      effectSize: effect(0.35, [0.1, 0.56]),
    });
    expect(both(group, kilos)).toEqual([
      'Confianza: la mediana fue 82,3 kg en «Antes» (n = 80) y 84,05 kg en «Después» (n = 1.070); el corrimiento observado de los valores es un aumento de 2,4 kg (entre +0,6 kg y +4,7 kg, con 95 % de confianza).',
      'Confianza: the median was 82.3 kg in “Antes” (n = 80) and 84.05 kg in “Después” (n = 1,070); the observed shift of the values is a rise of 2.4 kg (between +0.6 kg and +4.7 kg, with 95% confidence).',
    ]);
    const fall = { ...group, shift: figure(-2, [-3, -1]) };
    expect(both(fall, kilos)[0]).toContain('es una baja de 2 kg (entre -3 kg y -1 kg');
    const unclear = { ...group, shift: figure(2, [-0.3, 4.6]) };
    expect(both(unclear, kilos)[0]).toContain('no se puede afirmar que los valores hayan cambiado');
  });

  it('turns to pairs where the interval of the shift has no width', () => {
    const group = groupOf({
      ...medians(6, 6),
      shift: figure(0, [0, 0]),
      effectSize: effect(0.02, [-0.02, 0.06]),
    });
    expect(both(group, kilos)[0]).toContain('no se puede afirmar que las respuestas hayan subido o bajado');
  });

  it('writes days as dates and their shift in days', () => {
    const days = factsOf({ scale: 'date', options: [] });
    const day = Date.UTC(2024, 2, 14) / 86_400_000;
    const group = groupOf({ ...medians(day + 0.5, day + 31), shift: figure(31, [29, 33]) });
    const [es] = both(group, days);
    expect(es).toContain('la mediana fue 14 de marzo de 2024 en');
    expect(es).toContain('un aumento de 31 días (entre +29 días y +33 días');
  });

  it('says that there is no test under a design', () => {
    const group = groupOf({ ...medians(652, 667), method: 'design-medians', reason: 'no-test-under-design' });
    expect(both(group, kilos)[0]).toContain('; no hay prueba: con el diseño declarado');
  });
});

describe('the sentence of categories', () => {
  const ways = factsOf({ scale: 'nominal', options: ['A pie', 'Bus', 'Auto'] });
  const spread = shares([0.5, 0.3, 0.2], [0.3, 0.45, 0.25]);

  it('names the option that moved most, and whether chance could have done it', () => {
    const group = groupOf({ ...spread, method: 'chi-square', test: test('chi-square', 0.003) });
    expect(both(group, ways)[0]).toBe(
      'Confianza: el porcentaje de «A pie» pasó de 50,0 % en «Antes» (n = 80) a 30,0 % en «Después» (n = 1.070), la opción que más se movió; las diferencias entre las dos mediciones son mayores que las que suele producir el azar de la muestra.',
    );
    for (const method of ['chi-square', 'stuart-maxwell', 'rao-scott'] as const) {
      const [es, en] = both(groupOf({ ...spread, method, test: test(method, 0.06) }), ways);
      expect(es).toContain('no se puede afirmar que las respuestas se repartan de otra manera');
      expect(en).toContain('these data cannot tell whether answers spread differently');
    }
  });

  it('tells the first of two options without calling it the one that moved most', () => {
    const yesNo = factsOf({ scale: 'nominal', options: ['Sí', 'No'] });
    const group = groupOf({
      ...shares([0.6, 0.4], [0.7, 0.3]),
      method: 'chi-square',
      test: test('chi-square', 0.2),
    });
    const [es] = both(group, yesNo);
    expect(es).toContain('Confianza: el porcentaje de «Sí» pasó de 60,0 %');
    expect(es).not.toContain('se movió');
  });

  it('says why there is no test', () => {
    const group = groupOf({ ...spread, method: 'stuart-maxwell', reason: 'no-discordant-pairs' });
    expect(both(group, ways)[0]).toContain('no hay prueba: nadie cambió de respuesta');
    const designed = groupOf({ ...spread, method: 'design-distribution', reason: 'no-test-under-design' });
    expect(both(designed, ways)[0]).toContain('no hay prueba: con el diseño declarado');
    const apart = groupOf({ ...spread, method: 'options-apart', reason: 'options-not-exclusive' });
    expect(both(apart, ways)[0]).toContain('cada opción puede compararse como un indicador');
  });

  it('is exact for a census', () => {
    const group = groupOf({ ...spread, method: 'exact-distribution', reason: 'not-sampled' });
    expect(both(group, ways)[1]).toMatch(/; as everybody was asked, the comparison is exact\.$/);
  });
});

describe('a group that is not shown', () => {
  it('has no figures', () => {
    const facts = factsOf({});
    const hidden = groupOf({
      status: 'suppressed',
      reason: 'protected',
      key: [{ variableId, value: 'b', label: 'B' }],
    });
    for (const text of both(hidden, facts)) {
      expect(text).toContain('Confianza (B)');
      expect(text).not.toMatch(/\d/);
    }
    const empty = groupOf({ status: 'empty', reason: 'no-answers' });
    expect(both(empty, facts)[0]).toContain('nadie del grupo respondió');
  });
});

describe('the line of method', () => {
  it('names test, statistic, p, rules and shift', () => {
    const group = groupOf({
      ...medians(2, 3),
      test: test('mann-whitney', 0.00169, { ties: true }),
      effectSize: effect(0.36, [0.14, 0.55]),
      shift: figure(1, [0, 1]),
    });
    const facts = factsOf({});
    expect(plain(variableMethodLine(group, facts, 'es'))).toBe(
      'Comparación de rangos de Mann-Whitney; prueba de Mann-Whitney: W = 1.499,5, p = 0,002; aproximación normal sin corrección de continuidad; los valores iguales comparten el rango promedio; correlación biserial de rangos = 0,36 (0,14 a 0,55); corrimiento de Hodges y Lehmann = +1 (0 a +1).',
    );
    expect(plain(variableMethodLine(group, facts, 'en'))).toContain('Hodges-Lehmann shift = +1 (0 to +1).');
  });

  it('names the zero rule of pairs and both degrees of an F', () => {
    const pairs = groupOf({
      method: 'wilcoxon-signed-rank',
      test: test('wilcoxon-signed-rank-exact', 0.04, { ties: false, zeroRule: 'pratt' }),
    });
    const line = plain(variableMethodLine(pairs, factsOf({}), 'es'));
    expect(line).toContain('regla de Pratt');
    expect(line).not.toContain('aproximación');
    const designed = groupOf({
      method: 'rao-scott',
      test: test('rao-scott', 0.0117, { statistic: 4.431, df: 2.7, denominatorDf: 35.11 }),
    });
    expect(plain(variableMethodLine(designed, factsOf({}), 'es'))).toContain(
      'F = 4,43, 2,7 y 35,11 gl, p = 0,012',
    );
  });
});

describe('the catalogue', () => {
  it('words every method, reason and caution in both languages, and never speaks of impact', () => {
    for (const locale of locales) {
      for (const method of variableMethods) {
        const words = `${variableMethodName(method, locale)} ${variableMethodReason(method, locale)}`;
        expect(words.length).toBeGreaterThan(60);
        expect(words).not.toMatch(/impact|no hubo cambio|no change/i);
      }
      for (const caution of variableCautions) expect(variableCaution(caution, locale)).toMatch(/\.$/);
      for (const reason of [
        'no-test-under-design',
        'options-not-exclusive',
        'no-cases',
        'too-few-for-level',
      ]) {
        expect(variableReason(reason, locale)).not.toBe(reason);
      }
    }
  });

  it('writes a median that is not there as a dash', () => {
    expect(formatMedian(null, factsOf({}), 'es')).toBe('–');
    expect(formatMedian({ value: null }, factsOf({}), 'es')).toBe('–');
  });
});

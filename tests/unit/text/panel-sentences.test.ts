import { describe, expect, it } from 'vitest';
import { IndicatorId, VariableId } from '../../../shared/domain/ids';
import type {
  AttritionFlow,
  PanelDifference,
  PanelFigure,
  StandardisedChange,
} from '../../../shared/domain/panel';
import { PANEL_REASON_IDS } from '../../../shared/stats/panel/types';
import { SCALE_REASON_IDS } from '../../../shared/stats/scale/types';
import {
  attritionSentence,
  flowSentence,
  panelMethod,
  panelReason,
  standardisedSentence,
  weightingSentence,
} from '../../../shared/text/panel-sentences';
import { alphaSentence, itemSentence, scaleReason } from '../../../shared/text/scale-sentences';

const waves = [{ name: '2023' }, { name: '2024' }];
const score = { name: 'Puntaje', kind: 'mean', unit: 'puntos', decimals: 1 } as const;
const share = { name: 'Conoce la oficina', kind: 'proportion', unit: '', decimals: 1 } as const;
const composition = [{ label: 'sexo' }, { label: 'escuela' }];

function figure(estimate: number | null, more: Partial<PanelFigure> = {}): PanelFigure {
  return {
    status: estimate === null ? 'empty' : 'shown',
    n: 100,
    missing: 0,
    numerator: null,
    estimate,
    interval: null,
    reason: null,
    ...more,
  };
}

function difference(
  change: number | null,
  limits: [number, number] | null,
  reason: string | null = null,
): PanelDifference {
  return {
    status: change === null ? 'empty' : 'shown',
    change,
    interval: limits ? { lower: limits[0], upper: limits[1], level: 0.95 } : null,
    test: null,
    effectSize: null,
    adjustedP: null,
    method: 'welch',
    reason,
  };
}

function flow(both: number, onlyBaseline: number, onlyFollowUp: number): AttritionFlow {
  return {
    status: 'shown',
    both,
    onlyBaseline,
    onlyFollowUp,
    baselineWithoutIdentifier: 0,
    followUpWithoutIdentifier: 0,
    retention: figure(both / (both + onlyBaseline)),
  };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the loss of people in words', () => {
  it('counts those found again, lost and new', () => {
    expect(plain(flowSentence(flow(201, 59, 70), waves, 'es'))).toBe(
      'De las 260 personas de «2023», 201 (77,3 %) se encontraron de nuevo en «2024». De 59 no se sabe qué pasó después. Otras 70 aparecen recién en «2024».',
    );
    expect(flowSentence(flow(201, 59, 0), waves, 'en')).toBe(
      'Of the 260 people in “2023”, 201 (77.3%) were found again in “2024”. What became of 59 is not known.',
    );
  });

  it('warns of a loss beyond a third, and not of one below', () => {
    expect(flowSentence(flow(60, 40, 0), waves, 'es')).toContain('más de un tercio');
    expect(flowSentence(flow(70, 30, 0), waves, 'es')).not.toContain('un tercio');
    expect(flowSentence(flow(70, 0, 0), waves, 'es')).toBe(
      'Las 70 personas de «2023» se encontraron de nuevo en «2024».',
    );
  });

  it('gives no number of a hidden flow', () => {
    const hidden = { ...flow(201, 59, 70), status: 'suppressed', both: null, onlyBaseline: null } as const;
    expect(flowSentence(hidden, waves, 'es')).not.toMatch(/\d/);
  });

  it('says that those found again started elsewhere only where the interval says so', () => {
    const row = (limits: [number, number]) => ({
      stayed: figure(48.6),
      left: figure(46.8),
      difference: difference(1.8, limits),
    });
    expect(attritionSentence(row([0.2, 3.4]), score, 'es')).toContain('estaban más arriba');
    expect(attritionSentence(row([-3.4, -0.2]), score, 'es')).toContain('estaban más abajo');
    expect(plain(attritionSentence(row([-0.2, 3.7]), score, 'es'))).toContain(
      'no se puede afirmar que partieran distinto (la diferencia está entre −0,2 y +3,7 puntos, con 95 % de confianza)',
    );
    const census = {
      stayed: figure(0.5),
      left: figure(0.25),
      difference: difference(0.25, null, 'not-sampled'),
    };
    expect(plain(attritionSentence(census, share, 'es'))).toContain('una diferencia de +25,0 pp');
  });

  it('sets the weighted change beside the plain one, as a check with limits', () => {
    const row = { unweighted: difference(3.0, [2.4, 3.6]), weighted: difference(3.2, [2.6, 3.8]) };
    const weights = {
      mean: 1,
      minimum: 0.8,
      maximum: 1.6,
      effectiveN: 190,
      designEffect: 1.04,
      isExtreme: false,
    };
    const calm = weightingSentence({ reason: null, weights, separated: [] }, row, score, composition, 'es');
    expect(plain(calm)).toBe(
      'Puntaje: entre quienes siguen, el cambio observado es +3,0 puntos. Si se da más peso a quienes se parecen a las personas perdidas (por sexo y escuela), es +3,2 puntos. Este último está entre +2,6 y +3,8 puntos, con 95 % de confianza. Es una revisión: solo toma en cuenta esos datos, y quienes se perdieron pueden ser distintos en otros.',
    );
    const extreme = { reason: null, weights: { ...weights, isExtreme: true }, separated: [] };
    const lost = [{ variableId: VariableId.parse('var_school'), label: 'Escuela D', side: 'none' as const }];
    expect(
      weightingSentence({ reason: null, weights, separated: lost }, row, score, composition, 'es'),
    ).toContain('De Escuela D no se encontró a nadie');
    expect(weightingSentence(extreme, row, score, composition, 'es')).toContain('frágil');
    expect(
      weightingSentence(
        { reason: 'separation', weights: null, separated: [] },
        null,
        score,
        composition,
        'es',
      ),
    ).toContain('a todas las personas o a ninguna');
  });

  it('parts the observed change from the turnover of people', () => {
    const row: StandardisedChange = {
      indicatorId: IndicatorId.parse('ind_aaaaaa'),
      status: 'shown',
      reason: null,
      baseline: 0.5,
      followUp: 0.6,
      standardisedFollowUp: 0.57,
      observed: 0.1,
      standardised: difference(0.07, [0.01, 0.13]),
      compositionPart: 0.03,
      kitagawa: null,
      strata: { all: 4, common: 4, joined: 0 },
      onlyBaseline: [],
      onlyFollowUp: [],
      coveredBaseline: 1,
      coveredFollowUp: 1,
    };
    const sentence = plain(standardisedSentence(row, share, composition, 'es'));
    expect(sentence).toContain('el cambio observado es +10,0 pp');
    expect(sentence).toContain('sería +7,0 pp');
    expect(sentence).toContain('Los +3,0 pp que faltan');
    expect(sentence).not.toContain('no se puede afirmar');
    const unclear = { ...row, standardised: difference(0.02, [-0.04, 0.08]), compositionPart: 0.0001 };
    const doubt = standardisedSentence(unclear, share, composition, 'es');
    expect(doubt).toContain('no se puede afirmar que haya cambiado');
    expect(doubt).toContain('casi no mueve la cifra');
    expect(plain(standardisedSentence({ ...row, coveredBaseline: 0.9 }, share, composition, 'es'))).toContain(
      'reúnen al 90,0 % de la primera',
    );
  });

  it('never speaks of impact nor of no change', () => {
    for (const limits of [
      [-1, 1],
      [1, 2],
      [-2, -1],
    ] as [number, number][]) {
      const row = { stayed: figure(1), left: figure(2), difference: difference(1, limits) };
      const text = attritionSentence(row, score, 'es');
      expect(text).not.toMatch(/impacto|efecto|no hubo cambio|igual(es)?\b/i);
    }
  });
});

describe('a scale in words', () => {
  const wave = (value: number, lower = value - 0.05, upper = value + 0.03) => ({
    alpha: { value, reason: null, interval: { lower, upper, level: 0.95 } },
    itemsUsed: 6,
    complete: 412,
    reason: null,
  });

  it('says how far the items go together, and what that does not assure', () => {
    expect(plain(alphaSentence(wave(0.82), 'Ex-ante', 'es'))).toBe(
      'En «Ex-ante», los 6 ítems tienen un alfa de 0,82 (entre 0,77 y 0,85, con 95 % de confianza), según las 412 personas que los respondieron todos. Las respuestas van bastante juntas, lo que suele bastar para comparar grupos. Que vayan juntas no asegura que midan lo que se busca.',
    );
    expect(alphaSentence(wave(0.97), 'A', 'es')).toContain('lo mismo');
    expect(alphaSentence(wave(0.65), 'A', 'es')).toContain('a medias');
    expect(alphaSentence(wave(0.4), 'A', 'es')).toContain('poco juntas');
    expect(alphaSentence(wave(-0.3), 'A', 'es')).toContain('sentidos opuestos');
  });

  it('says why there is none', () => {
    const none = { value: null, reason: 'no-complete-answers', interval: null };
    const empty = { alpha: none, itemsUsed: null, complete: 0, reason: 'no-complete-answers' };
    expect(alphaSentence(empty, 'A', 'es')).toBe(
      'En «A» no hay un alfa que mostrar (nadie respondió todos los ítems).',
    );
  });

  it('asks about an item that goes against the others, and is silent about one that does not', () => {
    const item = {
      label: 'Me siento solo',
      warning: null,
      restCorrelation: { value: 0.4, reason: null },
      alphaWithout: { value: 0.7, reason: null },
    };
    expect(itemSentence(item, 0.75, 'es')).toBeNull();
    expect(itemSentence({ ...item, alphaWithout: { value: 0.8, reason: null } }, 0.75, 'es')).toContain(
      '0,80',
    );
    const against = {
      ...item,
      warning: 'maybe-reversed',
      restCorrelation: { value: -0.31, reason: null },
    } as const;
    expect(itemSentence(against, 0.75, 'es')).toBe(
      '«Me siento solo» va en sentido contrario a los demás (relación de −0,31). ¿Está invertido?',
    );
    expect(itemSentence({ ...against, warning: 'constant' }, 0.75, 'en')).toContain('same answer');
  });
});

describe('names and reasons', () => {
  it('has words for every reason of panels and scales in both languages', () => {
    for (const locale of ['es', 'en'] as const) {
      for (const reason of [...PANEL_REASON_IDS, 'kind-not-compared', 'rows-only', 'protected', 'no-cases']) {
        expect(panelReason(reason, locale)).not.toBe(reason);
      }
      for (const reason of [...SCALE_REASON_IDS, 'protected', 'single-case']) {
        expect(scaleReason(reason, locale)).not.toBe(reason);
      }
    }
  });

  it('names the methods of panels, and those of all comparisons', () => {
    expect(panelMethod('weighted-matched', 'es').why).toContain('pesos como conocidos');
    expect(panelMethod('welch', 'es').name).toContain('Welch');
  });
});

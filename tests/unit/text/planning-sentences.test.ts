import { describe, expect, it } from 'vitest';
import { computePlanning } from '../../../electron/engine/planning/compute';
import { PlanningSpec } from '../../../shared/domain/planning';
import { planningMethodLine, planningSentences } from '../../../shared/text/planning-sentences';

const spec: PlanningSpec = {
  question: 'required-people',
  outcome: { kind: 'proportion', baseline: 0.5, change: 0.15 },
  linkage: 'independent',
  pairing: { kind: 'correlation', value: 0.5 },
  invited: 150,
  power: 0.8,
  confidenceLevel: 0.95,
  clusters: null,
  population: null,
  nonResponse: 0,
  attrition: 0,
};
function said(more: Partial<PlanningSpec> = {}, locale: 'es' | 'en' = 'es'): string[] {
  return planningSentences(computePlanning(PlanningSpec.parse({ ...spec, ...more })), locale).map((text) =>
    text.replaceAll('\u00a0', ' '),
  );
}

describe('what is said of a plan', () => {
  it('says how many people a change needs, and how sure that is', () => {
    expect(said()).toEqual([
      'Para detectar que pase de 50,0 % a 65,0 % se necesitan 170 personas con respuesta en cada medición.',
      'Así, si el cambio existe, se detecta 80 de cada 100 veces, con 95 % de confianza.',
    ]);
  });

  it('adds those who will not answer, and the schools', () => {
    const sentences = said({
      linkage: 'matched',
      nonResponse: 0.1,
      attrition: 0.2,
      clusters: { peopleEach: 25, intraclassCorrelation: 0.02 },
    });
    expect(sentences[0]).toMatch(/personas con respuesta en ambas mediciones\.$/);
    expect(sentences[1]).toMatch(
      /^Como algunas no responderán o no se encontrarán después, pregunta a \d+ en la línea base\.$/,
    );
    expect(sentences[2]).toMatch(/^Son unos \d+ grupos de 25 personas\.$/);
  });

  it('says what 150 people find, both ways, and that less may be there', () => {
    const sentences = said({ question: 'detectable-change' });
    expect(sentences[0]).toBe(
      'Con 150 personas preguntadas en cada medición se detecta que 50,0 % suba a 65,9 % o más, o baje a 34,1 % o menos.',
    );
    expect(sentences.at(-1)).toMatch(/sin que estos datos lo distingan/);
  });

  it('says so where only a fall can be found', () => {
    const [first] = said({
      question: 'detectable-change',
      outcome: { kind: 'proportion', baseline: 0.97, change: 0 },
      invited: 60,
    });
    expect(first).toMatch(/baje a \d+,\d % o menos; un alza, no\.$/);
  });

  it('speaks of a mean in its own unit', () => {
    const outcome = { kind: 'mean', standardDeviation: 10, change: -5 } as const;
    expect(said({ outcome })[0]).toBe(
      'Para detectar un cambio de 5,00 en el promedio se necesitan 64 personas con respuesta en cada medición.',
    );
    expect(said({ outcome, question: 'detectable-change' }, 'en')[0]).toMatch(
      /^With 150 people asked in each wave, a change of 3\.25 or more in the mean is found, up or down\.$/,
    );
  });

  it('says what is wrong where there is no plan', () => {
    expect(said({ outcome: { kind: 'proportion', baseline: 0.5, change: 0 } })).toEqual([
      'Escribe un valor esperado distinto del actual: sin cambio no hay nada que detectar.',
    ]);
    expect(said({ population: 100, nonResponse: 0.5 }).at(-1)).toMatch(/más personas de las que hay/);
  });

  it('names the method for the evaluator', () => {
    const result = computePlanning({ ...spec, clusters: { peopleEach: 20, intraclassCorrelation: 0.05 } });
    expect(planningMethodLine(result, 'es')).toMatch(/power\.prop\.test de R.* Efecto de diseño 1,95\.$/);
  });
});

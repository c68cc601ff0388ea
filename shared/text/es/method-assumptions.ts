import type { MethodId } from '../../stats/types';

const ownAnswer = 'Cada persona respondió por su cuenta: la respuesta de una no arrastra la de otra.';
const represents =
  'Quienes respondieron se parecen a quienes se quería conocer; los que faltan no son distintos.';
const differentPeople = 'Las personas de una medición no son las de la otra, o no hay cómo reconocerlas.';
const samePerson = 'Cada identificador es la misma persona en ambas mediciones.';
const stayersStandForAll =
  'Quienes están en ambas mediciones representan también a quienes salieron o llegaron después.';
const fewAndUneven =
  'Con menos de unas 30 personas, los valores no deberían amontonarse hacia un lado ni tener casos extremos.';
const denominator = 'El denominador no está cerca de cero y hay al menos unas 30 filas.';
const events =
  'Los hechos ocurren de a uno, sin que uno provoque el siguiente, y la exposición está bien anotada.';
const declaredDesign = 'Los estratos, conglomerados, pesos y tamaños declarados son los de la muestra real.';
const clustersByChance =
  'Si hay conglomerados, se eligieron al azar, y lo que pasa en uno no depende de otro.';
const alikeWithin =
  'Si hay conglomerados, las personas de uno mismo pueden parecerse: el cálculo ya lo toma en cuenta.';
const veryFew = 'Con cuatro conglomerados o menos, ni siquiera esta corrección da un resultado seguro.';

/** What must hold for each method's figures to mean what they say, in words that need no statistics. */
export const methodAssumptionsText = {
  'newcombe-independent': [differentPeople, ownAnswer, represents],
  'newcombe-paired': [samePerson, ownAnswer, stayersStandForAll],
  welch: [differentPeople, ownAnswer, represents, fewAndUneven],
  'paired-t': [samePerson, ownAnswer, stayersStandForAll, fewAndUneven],
  'ratio-linearised-independent': [differentPeople, ownAnswer, denominator],
  'ratio-linearised-matched': [samePerson, ownAnswer, denominator],
  'rate-poisson-independent': [differentPeople, events],
  'rate-linearised-matched': [samePerson, events],
  'plain-difference': ['El registro está completo en ambas mediciones: lo que no se anotó no se cuenta.'],
  'exact-difference': [
    'Se preguntó a todas las personas; si a varias no se llegó, esto es una muestra y no un censo.',
    'Los errores al preguntar o al anotar no están en el cálculo.',
  ],
  'miettinen-nurminen': [differentPeople, ownAnswer, represents],
  'design-independent': [declaredDesign, clustersByChance, alikeWithin],
  'design-matched': [samePerson, declaredDesign, clustersByChance, alikeWithin],
  'cluster-robust-independent': [declaredDesign, clustersByChance, alikeWithin, veryFew],
  'cluster-robust-matched': [samePerson, declaredDesign, clustersByChance, alikeWithin, veryFew],
} satisfies Record<MethodId, readonly string[]>;

/** The pieces of what is said of a plan. Figures arrive written. */
export const planningSentencesText = {
  fromTo: (from: string, to: string) => `que pase de ${from} a ${to}`,
  changeOf: (amount: string) => `un cambio de ${amount} en el promedio`,
  required: {
    independent: (change: string, people: string) =>
      `Para detectar ${change} se necesitan ${people} personas con respuesta en cada medición.`,
    matched: (change: string, people: string) =>
      `Para detectar ${change} se necesitan ${people} personas con respuesta en ambas mediciones.`,
  },
  invite: {
    independent: (people: string) => `Como algunas no responderán, pregunta a ${people} en cada medición.`,
    matched: (people: string) =>
      `Como algunas no responderán o no se encontrarán después, pregunta a ${people} en la línea base.`,
  },
  groups: (groups: string, each: string) => `Son unos ${groups} grupos de ${each} personas.`,
  power: (times: string, level: string) =>
    `Así, si el cambio existe, se detecta ${times} de cada 100 veces, con ${level} de confianza.`,
  foundRiseFall: (people: string, from: string, up: string, down: string) =>
    `Con ${people} se detecta que ${from} suba a ${up} o más, o baje a ${down} o menos.`,
  foundRise: (people: string, from: string, up: string) =>
    `Con ${people} se detecta que ${from} suba a ${up} o más; una baja, no.`,
  foundFall: (people: string, from: string, down: string) =>
    `Con ${people} se detecta que ${from} baje a ${down} o menos; un alza, no.`,
  foundMean: (people: string, amount: string) =>
    `Con ${people} se detecta un cambio de ${amount} o más en el promedio, hacia arriba o hacia abajo.`,
  people: {
    independent: (invited: string) => `${invited} personas preguntadas en cada medición`,
    matched: (invited: string) => `${invited} personas preguntadas en la línea base`,
  },
  answers: {
    independent: (completed: string) => `Se esperan ${completed} con respuesta en cada una.`,
    matched: (completed: string) => `Se esperan ${completed} con respuesta en ambas.`,
  },
  smaller: 'Un cambio más chico puede existir sin que estos datos lo distingan.',
  worth: (people: string) =>
    `Por preguntar en grupos, valen lo mismo que ${people} personas elegidas una por una.`,
  reasons: {
    'no-change': 'Escribe un valor esperado distinto del actual: sin cambio no hay nada que detectar.',
    'change-beyond-scale': 'El valor esperado tiene que estar entre 0 y 100 %.',
    'pairing-impossible':
      'Ese parecido entre las respuestas no es posible con estos porcentajes. Elige otro.',
    'pairing-needs-correlation': 'Para un promedio, di cuánto se parecen ambas respuestas de una persona.',
    'too-few-people': 'Son muy pocas personas para detectar algún cambio.',
    'nothing-detectable': 'Con tan pocas personas ningún cambio posible se distinguiría del azar.',
    'whole-population':
      'Responden todas las personas: la diferencia será exacta y cualquier cambio se verá tal como es.',
    'more-than-population':
      'Harían falta más personas de las que hay. Busca un cambio mayor, más respuestas o una certeza menor.',
  },
  methods: {
    'two-proportions':
      'Dos proporciones independientes, aproximación normal (como power.prop.test de R), prueba de dos colas.',
    mcnemar: 'Prueba de McNemar, aproximación normal (Connor 1987), dos colas.',
    'two-sample-t': 't de dos muestras con t no central (como power.t.test de R), prueba de dos colas.',
    'paired-t':
      't de muestras pareadas con t no central sobre la desviación de las diferencias, prueba de dos colas.',
  },
  designEffect: (effect: string) => ` Efecto de diseño ${effect}.`,
};

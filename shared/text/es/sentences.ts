/** The pieces of a result's sentence. Figures arrive written; nothing here speaks of causes. */
export const sentencesText = {
  title: (indicator: string, group: string) => (group === '' ? indicator : `${indicator} (${group})`),
  and: ' y ',
  percentagePoints: 'puntos porcentuales',
  wave: (figure: string, wave: string, n: string) => `${figure} en «${wave}» (n = ${n})`,
  fromTo: (title: string, from: string, to: string) => `${title}: pasó de ${from} a ${to}`,
  matchedFromTo: (title: string, people: string, from: string, to: string) =>
    `${title}: entre las ${people} personas con respuesta en ambas mediciones, pasó de ${from} a ${to}`,
  matchedWave: (figure: string, wave: string) => `${figure} en «${wave}»`,
  rise: (amount: string) => `un aumento observado de ${amount}`,
  fall: (amount: string) => `una baja observada de ${amount}`,
  between: (lower: string, upper: string, level: string) =>
    ` (entre ${lower} y ${upper}, con ${level} de confianza)`,
  improved: ', y es una mejora',
  worsened: ', y es un retroceso',
  unclear: (lower: string, upper: string, level: string) =>
    `; no se puede afirmar que haya cambiado: el cambio está entre ${lower} y ${upper}, con ${level} de confianza`,
  census: '; al haberse preguntado a todas las personas, el cambio es exacto',
  censusSame: ', sin diferencia; al haberse preguntado a todas las personas, la comparación es exacta',
  sameNoInterval: ', sin diferencia observada',
  noInterval: (reason: string) => `; no hay intervalo: ${reason}`,
  suppressed: (title: string) =>
    `${title}: cifra protegida, porque el grupo es muy pequeño o permitiría deducir la de otro que lo es.`,
  partlySuppressed: (title: string, shown: string) =>
    `${title}: ${shown}; la otra medición está protegida, porque el grupo es muy pequeño o permitiría deducir la de otro que lo es, así que el cambio no se muestra.`,
  empty: (title: string, reason: string) => `${title}: no hay cambio que mostrar (${reason}).`,
  partlyEmpty: (title: string, shown: string, reason: string) =>
    `${title}: ${shown}; no hay cambio que mostrar (${reason}).`,
  targetReached: (target: string) => ` La meta de ${target} se alcanzó.`,
  targetMissed: (target: string) => ` La meta de ${target} no se alcanzó.`,
  targetUncertain: (target: string) =>
    ` Con estos datos no se puede afirmar si la meta de ${target} se alcanzó.`,
};

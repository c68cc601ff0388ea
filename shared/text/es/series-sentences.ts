/** The pieces of what is said of a register over time. Figures arrive written; nothing here speaks of causes. */
export const seriesSentencesText = {
  cases: {
    month: 'el número de casos por mes',
    week: 'el número de casos por semana',
    quarter: 'el número de casos por trimestre',
  },
  indicator: (name: string) => `el indicador «${name}»`,
  caseUnit: 'casos',
  percentagePoints: 'puntos porcentuales',
  perPeriod: { month: 'por mes', week: 'por semana', quarter: 'por trimestre' },
  rise: (amount: string) => `subió de golpe ${amount}`,
  fall: (amount: string) => `bajó de golpe ${amount}`,
  faster: (amount: string, per: string) => `su ritmo aumentó en ${amount} ${per}`,
  slower: (amount: string, per: string) => `su ritmo disminuyó en ${amount} ${per}`,
  between: (lower: string, upper: string) => `(entre ${lower} y ${upper})`,
  noJump: (range: string) => `no se distingue un salto ${range}`,
  noTurn: (range: string) => `no se distingue un cambio de ritmo ${range}`,
  both: (cut: string, subject: string, jump: string, turn: string, level: string) =>
    `Desde el ${cut}, ${subject} ${jump} y ${turn}, con ${level} de confianza.`,
  jumpOnly: (cut: string, subject: string, jump: string, turn: string, level: string) =>
    `Desde el ${cut}, ${subject} ${jump}; ${turn}, con ${level} de confianza.`,
  turnOnly: (cut: string, subject: string, turn: string, jump: string, level: string) =>
    `Desde el ${cut}, en ${subject}, ${turn}; ${jump}, con ${level} de confianza.`,
  neither: (cut: string, subject: string, jump: string, turn: string, level: string) =>
    `Con estos datos no se puede afirmar que ${subject} haya cambiado desde el ${cut}: ${jump} ni ${turn}, con ${level} de confianza.`,
  neitherTurn: (range: string) => `tampoco un cambio de ritmo ${range}`,
  exact: (cut: string, subject: string, jump: string, turn: string) =>
    `Desde el ${cut}, ${subject} ${jump} y ${turn}. Todos los períodos caen justo sobre las líneas, así que no hay margen que calcular.`,
  flat: (subject: string) => `En ${subject} todos los períodos siguen la misma línea, antes y después.`,
  sameJump: 'no dio un salto',
  sameTurn: 'siguió al mismo ritmo',
  endAbove: (period: string, amount: string, range: string) =>
    `En ${period} queda ${amount} por encima de donde estaría de haber seguido la tendencia anterior ${range}.`,
  endBelow: (period: string, amount: string, range: string) =>
    `En ${period} queda ${amount} por debajo de donde estaría de haber seguido la tendencia anterior ${range}.`,
  endUnclear: (period: string, range: string) =>
    `En ${period} no se distingue de donde estaría de haber seguido la tendencia anterior ${range}.`,
  disputed:
    'El cálculo habitual sí vería un cambio donde uno más prudente no lo distingue del azar; aquí vale el prudente, porque la serie es corta o sus períodos vecinos se parecen mucho.',
  observed:
    'Es un cambio observado en esa fecha: otras cosas que ocurrieron al mismo tiempo también pueden explicarlo.',
  refusals: {
    'no-cut': 'Escribe la fecha del cambio para comparar lo que vino antes con lo que vino después.',
    'too-few-before': (fewest: string) =>
      `Hay muy pocos períodos completos antes de la fecha: se necesitan al menos ${fewest}.`,
    'too-few-after': (fewest: string) =>
      `Hay muy pocos períodos completos después de la fecha: se necesitan al menos ${fewest}.`,
    'too-many-protected':
      'Hay demasiados períodos con cifra protegida para estimar las líneas. Prueba con trimestres, o con la lectura para la oficina.',
    'not-identified': 'Los períodos que quedan no alcanzan para separar nivel, ritmo y mes del año.',
  },
  cautions: {
    'few-before': 'Hay menos de doce períodos antes de la fecha, así que los márgenes son inciertos.',
    'few-after': 'Hay menos de doce períodos después de la fecha, así que los márgenes son inciertos.',
    'seasonality-not-possible':
      'No hay dos años completos con todos los meses, así que no se pudo descontar la época del año.',
    'no-variation': 'Todos los períodos caen justo sobre las líneas, así que no hay margen que calcular.',
    'smoothed-periods':
      'Los períodos protegidos entran al cálculo con el promedio de su grupo, nunca con su cifra verdadera.',
    autocorrelated:
      'Los períodos vecinos se parecen entre sí más de lo esperable por azar; los márgenes lo toman en cuenta.',
    'lags-shortened': 'Se pidieron más rezagos de los que la serie permite; se usó la mitad de los períodos.',
  },
  method: (lags: string, rule: string, n: string, before: string, after: string, df: string) =>
    `Regresión segmentada por mínimos cuadrados, errores de Newey y West con ${lags} rezagos (${rule}), n = ${n} períodos (${before} antes y ${after} después), t con ${df} grados de libertad.`,
  automaticLags: 'regla 4 (n/100)^(2/9)',
  chosenLags: 'elegidos',
  seasonal: ' Cada época del año tiene su propio nivel.',
  durbinWatson: (value: string) => ` Durbin-Watson ${value}.`,
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  monthOf: (month: string, year: string) => `${month} de ${year}`,
  weekOf: (day: string) => `la semana del ${day}`,
  quarterOf: (quarter: string, year: string) => `el trimestre ${quarter} de ${year}`,
};

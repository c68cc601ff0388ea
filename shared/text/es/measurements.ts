import type { FigureMeasure, MeasurementNotice, MeasurementTable } from '../../domain/measurement-result';

/** What counts say: names of figures and tables, reasons, notices, and the pieces of sentences. Numbers arrive written. */
export const measurementsText = {
  measures: {
    indicator: 'Valor',
    cases: 'Casos',
    'open-cases': 'Casos sin cerrar',
    'closed-cases': 'Casos cerrados',
    'cases-per-month': 'Casos por mes',
    'case-share': 'Parte de los casos',
    'median-days': 'Días hasta cerrar (mediana)',
    'standard-met': 'Cumple la exigencia',
    'all-standards': 'Cumple todas las exigencias',
    'standards-mean': 'Exigencias cumplidas por caso',
    change: 'Cambio observado',
    'change-all-standards': 'Cambio observado en cumplir todas',
    'change-standards-mean': 'Cambio observado en exigencias por caso',
    'planned-meetings': 'Períodos previstos',
    'meetings-held': 'Reuniones hechas',
    'periods-kept': 'Períodos con reunión',
    'kept-share': 'Cumplimiento del calendario',
    'meetings-outside': 'Reuniones fuera del calendario',
    attendances: 'Asistencias',
    people: 'Personas distintas',
    sessions: 'Sesiones',
    'mean-attendance': 'Asistencia por sesión',
    retention: 'Vuelven desde la primera sesión',
    'attendance-ratio': 'Asistencia frente a la primera sesión',
    'came-to-all': 'Vinieron a todas',
    reached: 'Llegaron',
    'from-previous': 'Desde la etapa anterior',
    'from-first': 'Desde la primera etapa',
    'out-of-order': 'Sin pasar por una etapa anterior',
    units: 'En la lista',
    covered: 'Cubiertas',
    coverage: 'Cobertura',
    'target-gap': 'Distancia a la meta',
    'target-gap-units': 'Faltan para la meta',
    statements: 'Respuestas',
    'coded-statements': 'Respuestas codificadas',
    'code-count': 'Respuestas con el tema',
    'code-share': 'Parte de las respuestas',
    'double-coded': 'Codificadas por dos personas',
    agreement: 'Acuerdo',
    kappa: 'Kappa de Cohen',
    received: 'Entró',
    'handed-out': 'Salió',
    balance: 'Saldo',
    'lowest-balance': 'Saldo más bajo',
    'change-exposed': 'Cambio de participantes',
    'change-comparison': 'Cambio de no participantes',
    'difference-in-changes': 'Diferencia entre ambos cambios',
  } satisfies Record<FigureMeasure, string>,
  tables: {
    summary: 'Resumen',
    'by-indicator': 'Por indicador',
    'by-period': 'Por período',
    'by-split': 'Por grupo',
    'by-wave': 'Por archivo',
    'by-standard': 'Por exigencia',
    'by-body': 'Por instancia',
    'by-session': 'Por sesión',
    'by-stage': 'Por etapa',
    'by-unit': 'Las que todavía no cumplen',
    'by-code': 'Por tema',
    'by-coder': 'Por persona que codifica',
    'by-item': 'Por producto',
    'by-group': 'Por grupo',
  } satisfies Record<MeasurementTable['id'], string>,
  bySubject: (subject: string) => `Por ${subject}`,
  heads: {
    summary: 'Conjunto',
    'by-indicator': 'Indicador',
    'by-period': 'Período',
    'by-split': 'Grupo',
    'by-wave': 'Archivo',
    'by-standard': 'Exigencia',
    'by-body': 'Instancia',
    'by-session': 'Sesión',
    'by-stage': 'Etapa',
    'by-unit': 'Unidad',
    'by-code': 'Tema',
    'by-coder': 'Quién codificó',
    'by-item': 'Producto',
    'by-group': 'Grupo',
  } satisfies Record<MeasurementTable['id'], string>,
  whole: 'Total',
  phases: { before: 'antes', after: 'después' },
  protectedFigure: 'protegido',
  few: 'unas pocas',
  units: { days: 'días' },
  period: {
    quarter: (quarter: string, year: string) => `trim. ${quarter} ${year}`,
    half: (half: string, year: string) => `sem. ${half} ${year}`,
    week: (week: string, year: string) => `semana ${week}, ${year}`,
    months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
    month: (month: string, year: string) => `${month} ${year}`,
  },
  reasons: {
    'later-stage-larger': 'la etapa tiene más filas que la anterior, así que no es una parte de ella',
    'stage-skipped': 'algunas filas no pasaron por la etapa anterior, así que no lleva intervalo',
    'whole-schedule': 'se cuentan todos los períodos del calendario, así que no hay azar de muestreo',
    'median-not-reached': 'menos de la mitad de los casos se ha cerrado, así que aún no se conoce la mediana',
    'median-interval-open': 'con los casos sin cerrar no se puede acotar la mediana',
    'nobody-attended': 'no vino nadie',
    'no-first-session': 'no vino nadie a la primera sesión',
    'no-target': 'no se declaró una meta',
    'no-planned-period': 'no hay períodos previstos hasta la fecha de los datos',
    'no-double-coding': 'ninguna respuesta fue codificada por dos personas',
    'one-category':
      'quienes codificaron hicieron lo mismo en todas las respuestas, así que no hay acuerdo que distinguir del azar',
    'full-agreement':
      'quienes codificaron coinciden en todas las respuestas, así que no hay margen que calcular',
    'mean-of-kappas': 'es el promedio de los kappa de cada tema',
  },
  methods: {
    'order-statistics': 'mediana con intervalo de estadísticos de orden',
    'kaplan-meier': 'mediana de Kaplan-Meier, que cuenta los casos sin cerrar hasta donde se los conoce',
    'exact-sum': 'suma exacta de lo registrado',
    'difference-in-changes':
      'diferencia de los dos cambios, con el intervalo recuperado de los suyos (Zou y Donner)',
    kappa: 'kappa de Cohen con el error de Fleiss, Cohen y Everitt',
    'kappa-categories': 'kappa de Cohen de todos los temas, uno por respuesta',
    'kappa-mean': 'promedio de los kappa de Cohen de cada tema',
  },
  methodLines: {
    count: 'Son conteos de las filas del registro: no llevan intervalo.',
    interval: (level: string) => `Los intervalos son de ${level} de confianza.`,
    method: (measure: string, method: string) => `${measure}: ${method}.`,
    without: (measure: string, reason: string) => `${measure}, sin intervalo: ${reason}.`,
    month: 'Un mes equivale a 30,44 días de registro.',
    outside: 'Antes y después no son grupos sorteados: se describe un cambio observado, no su causa.',
  },
  notices: {
    'variables-absent': 'No se contó {waves}: le falta {variables}.',
    'no-rows': 'Ninguna fila cumple lo pedido.',
    undated: '{count} filas no tienen fecha: entran en el total y en ningún período.',
    'undated-left-out': '{count} filas no tienen fecha, así que no se contaron.',
    'resolved-before-opened':
      '{count} casos se cerraron antes de abrirse. Cuentan como cerrados, pero sus días no se usan. Revisa esas fechas.',
    'body-unplanned':
      '{count} reuniones son de instancias sin calendario previsto: {bodies}. No se contaron.',
    'meeting-outside-schedule':
      '{count} reuniones de {body} caen fuera de las fechas previstas. Se cuentan aparte.',
    'nobody-attended': 'Nadie asistió a {sessions}. La sesión cuenta en el promedio con cero.',
    'person-twice-in-session':
      '{count} filas repiten a una persona en la misma sesión. Cada persona se contó una vez por sesión.',
    'later-stage-larger':
      '«{stage}» tiene {count} filas y «{before}», la etapa anterior, {earlier}. Así no hay una conversión que calcular: revisa cómo se registran.',
    'stage-skipped':
      '{count} filas están en «{stage}» sin haber pasado por todas las etapas anteriores. Se cuentan en la etapa donde están.',
    'unit-repeated':
      '{count} filas repiten una unidad de la lista. Cada unidad se contó una vez, cubierta si alguna de sus filas lo dice.',
    'covered-outside-target':
      '{count} unidades cubiertas no son parte de la meta. No entran en la cobertura.',
    'direction-unknown': '{count} filas no dicen si entró o salió ({values}). No entran en el saldo.',
    'quantity-missing': '{count} filas no dicen cuánto. No suman.',
    'quantity-negative': '{count} filas tienen una cantidad negativa. Se suman tal como están: revísalas.',
    'balance-negative':
      'El saldo de {item} queda bajo cero ({period}): salió más de lo que había. Falta una entrada o un saldo inicial.',
    uncoded: '{count} respuestas no tienen tema todavía.',
    'one-coder': 'Codificó una sola persona, así que no hay acuerdo que medir.',
    'coders-disagree':
      'Quienes codificaron no coinciden en {count} respuestas sin decidir: en ellas cuenta lo que marcó la primera persona.',
    'answers-changed':
      '{count} respuestas cambiaron después de codificarse y ya no cuentan como codificadas. Márcalas de nuevo.',
    'rare-code':
      'Con temas tan escasos o tan frecuentes el kappa dice poco, aunque el acuerdo sea alto: {codes}.',
    'stage-uncoded': 'Nada se ha codificado en {stages}: comparar etapas puede confundir.',
    'group-absent': 'Falta un grupo en «{wave}»: {group}.',
    'waves-absent': 'No hay archivos que contar.',
    'few-before': 'Antes de la fecha hay pocos casos ({count}): el margen es amplio.',
    'few-after': 'Desde la fecha hay pocos casos ({count}): el margen es amplio.',
    'periods-beyond-data':
      '{count} períodos del calendario empiezan después del último día de los datos. Todavía no cuentan como previstos.',
    'count-missing': '{count} filas no dicen cuántas personas vinieron. No suman.',
    'session-missing': '{count} filas no dicen de qué sesión son, así que no se contaron.',
    'person-missing': '{count} asistencias no dicen de quién son. Suman como asistencia y no como persona.',
  } satisfies Record<MeasurementNotice['code'], string>,
  sentences: {
    share: (value: string, interval: string) => (interval === '' ? value : `${value}; entre ${interval}`),
    indicator: (name: string, wave: string, value: string, interval: string) =>
      `${name}, en ${wave}: ${value}${interval === '' ? '' : ` (entre ${interval})`}.`,
    cases: (count: string) => `Se registraron ${count} casos.`,
    oneCase: 'Se registró 1 caso.',
    perMonth: (rate: string) => `Son ${rate} casos por mes.`,
    largest: (group: string, share: string, subject: string) =>
      `Por ${subject}, la mayor parte es «${group}»: ${share}.`,
    open: (open: string, total: string) => `Siguen sin cerrar ${open} de ${total} casos.`,
    median: (days: string, interval: string) =>
      `La mitad de los casos se cierra en ${days} días o menos${interval === '' ? '' : ` (entre ${interval} días)`}.`,
    standards: (share: string) => `${share} de los casos cumple todas las exigencias del protocolo.`,
    standardsMean: (mean: string, total: string) =>
      `En promedio, cada caso cumple ${mean} de ${total} exigencias.`,
    rose: (what: string, before: string, after: string, change: string, interval: string) =>
      `${what}: de ${before} antes a ${after} después, un cambio observado de ${change} (entre ${interval}).`,
    unclear: (what: string, before: string, after: string, change: string, interval: string) =>
      `${what}: de ${before} antes a ${after} después (${change}); con estos datos no se puede afirmar que haya cambiado (entre ${interval}).`,
    changed: (what: string, before: string, after: string, change: string) =>
      `${what}: de ${before} antes a ${after} después, un cambio observado de ${change}.`,
    allStandards: 'Casos que cumplen todas las exigencias',
    meanStandards: 'Exigencias cumplidas por caso',
    meetings: (body: string, kept: string, planned: string, unit: string, share: string) =>
      `${body}: se reunió en ${kept} de ${planned} ${unit} (${share}).`,
    meetingsNone: (body: string) => `${body}: hasta la fecha de los datos no tenía reuniones previstas.`,
    meetingsTotal: (held: string, bodies: string) =>
      `En total hubo ${held} reuniones de ${bodies} instancias.`,
    periods: {
      week: { one: 'la única semana prevista', many: (count: string) => `las ${count} semanas previstas` },
      month: { one: 'el único mes previsto', many: (count: string) => `los ${count} meses previstos` },
      quarter: {
        one: 'el único trimestre previsto',
        many: (count: string) => `los ${count} trimestres previstos`,
      },
      'half-year': {
        one: 'el único semestre previsto',
        many: (count: string) => `los ${count} semestres previstos`,
      },
      year: { one: 'el único año previsto', many: (count: string) => `los ${count} años previstos` },
    },
    met: (body: string, kept: string, periods: string, share: string) =>
      `${body} se reunió en ${kept} de ${periods} (${share}).`,
    attendances: (attendances: string, sessions: string) =>
      `Hubo ${attendances} asistencias en ${sessions} sesiones.`,
    attendancesOne: (attendances: string) => `Hubo ${attendances} asistencias en 1 sesión.`,
    attendancesIn: (place: string, attendances: string, sessions: string) =>
      `${place}: ${attendances} asistencias en ${sessions} sesiones.`,
    attendancesInOne: (place: string, attendances: string) =>
      `${place}: ${attendances} asistencias en 1 sesión.`,
    mean: (mean: string) => `En promedio vinieron ${mean} personas por sesión.`,
    people: (people: string) => `Son ${people} personas distintas.`,
    retention: (share: string, session: string) =>
      `De quienes vinieron a la primera sesión, ${share} vino también a «${session}».`,
    ratio: (share: string, session: string) =>
      `La asistencia a «${session}» fue ${share} de la que hubo en la primera; no se sabe si son las mismas personas.`,
    cameToAll: (share: string) => `${share} vino a todas las sesiones.`,
    nobody: 'No vino nadie a ninguna sesión.',
    reached: (stage: string, count: string) => `${stage}: ${count}.`,
    passed: (stage: string, count: string, share: string, before: string) =>
      `${stage}: ${count}, ${share} de «${before}».`,
    fromFirst: (share: string, first: string, last: string) => `De «${first}» a «${last}» llega ${share}.`,
    coverage: (covered: string, units: string, share: string) =>
      `Cumplen la condición ${covered} de las ${units} de la lista (${share}).`,
    coverageMet: (target: string) => `La meta de ${target} está cumplida.`,
    coverageGap: (target: string, points: string, units: string) =>
      `Para la meta de ${target} faltan ${points}: ${units} más.`,
    coverageGapOne: (target: string, points: string) => `Para la meta de ${target} faltan ${points}: 1 más.`,
    ledger: (received: string, handedOut: string, balance: string) =>
      `Entró ${received}, salió ${handedOut} y queda ${balance}.`,
    coded: (coded: string, statements: string) => `Están codificadas ${coded} de ${statements} respuestas.`,
    code: (code: string, count: string, share: string) =>
      `El tema más nombrado es «${code}»: ${count} respuestas (${share}).`,
    kappa: (kappa: string) =>
      `El acuerdo entre quienes codificaron, descontado el azar, es ${kappa} (kappa de Cohen).`,
    contrast: (name: string, exposed: string, comparison: string, difference: string) =>
      `${name}: quienes participaron cambiaron ${exposed} y quienes no, ${comparison}; la diferencia entre ambos cambios es ${difference}.`,
    contrastClear: (interval: string) =>
      `El intervalo de esa diferencia va de ${interval} y no incluye el cero.`,
    contrastUnclear: (interval: string) =>
      `Con estos datos no se puede afirmar que hayan cambiado distinto (${interval}).`,
  },
  charts: {
    by: (measure: string, subject: string) => `${measure}, por ${subject}`,
    over: (measure: string) => `${measure} en el tiempo`,
    funnel: 'De la primera etapa a la última',
    schedule: 'Calendario previsto y reuniones hechas',
    kept: 'con reunión',
    missed: 'sin reunión',
    open: 'después de los datos',
    target: (value: string) => `Meta: ${value}`,
    cut: (date: string) => `Desde el ${date}`,
    passedOn: (share: string) => `pasa ${share}`,
    interval: (level: string) => `Las líneas marcan el intervalo de ${level} de confianza.`,
    protectedNote: (threshold: string) =>
      `Protegido: la cifra descansa en menos de ${threshold} personas o permitiría deducir una que sí.`,
    synthetic: 'Datos sintéticos.',
    figure: (label: string, value: string) => `${label}: ${value}.`,
    meetings: (count: string) => `${count} reuniones`,
    oneMeeting: '1 reunión',
    group: 'Grupo',
    stage: 'Etapa',
    period: 'Período',
    series: 'Serie',
    body: 'Instancia',
    state: 'Estado',
    interval95: (level: string) => `Intervalo de ${level}`,
  },
  rows: {
    question: 'Cada fila es',
    help: 'Si las filas son personas, los grupos pequeños se protegen.',
    person: 'una persona',
    household: 'un hogar o una familia',
    case: 'un caso o una atención',
    institution: 'una institución u organización',
    event: 'una reunión, una sesión o un taller',
    movement: 'una entrada o una salida',
    statement: 'una respuesta o una cita, sin saber de quién',
    assessment: 'los puntajes que alguien dio a una postulación',
    reason: '¿Por qué las filas no son personas?',
    reasonHelp: (columns: string) =>
      `Hay columnas que suelen describir a personas (${columns}). Lo que escribas queda en el registro del proyecto.`,
    impossible: (columns: string) =>
      `Estas columnas identifican a personas, así que sus grupos pequeños se protegen: ${columns}.`,
  },
};

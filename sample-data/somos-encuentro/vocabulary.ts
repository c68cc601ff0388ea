/** Questions as LimeSurvey numbers them; items of a grid carry their own code. */
export const attitudeCode = 'Q03';
export const attitudeQuestion = '¿Qué tan de acuerdo está con cada frase?';
export const attitudes = [
  {
    code: 'SQ001',
    text: 'Me gustaría conocer a vecinas y vecinos que llegaron de otro país',
    isReversed: false,
  },
  { code: 'SQ002', text: 'Las personas migrantes aportan a mi barrio', isReversed: false },
  { code: 'SQ003', text: 'Tengo más cosas en común que diferencias con quienes llegan', isReversed: false },
  { code: 'SQ004', text: 'Prefiero que mis hijos no tengan compañeros extranjeros', isReversed: true },
  { code: 'SQ005', text: 'Si veo un trato discriminatorio, digo algo', isReversed: false },
] as const;
export const agreement = [
  'Muy en desacuerdo',
  'En desacuerdo',
  'Ni de acuerdo ni en desacuerdo',
  'De acuerdo',
  'Muy de acuerdo',
] as const;

export const claimCode = 'Q04';
export const claimQuestion = 'Según lo que usted sabe, ¿es verdadero o falso?';
/** `isTrue` keeps the list from being all false: otherwise answering "falso" throughout would pass for knowledge. */
export const claims = [
  { code: 'SQ001', text: 'En Chile hay más personas extranjeras que chilenas', isTrue: false },
  { code: 'SQ002', text: 'Quien llega de otro país recibe una casa del Estado al entrar', isTrue: false },
  { code: 'SQ003', text: 'La mayoría de las personas presas en Chile son extranjeras', isTrue: false },
  { code: 'SQ004', text: 'Las personas migrantes que trabajan con contrato pagan impuestos', isTrue: true },
] as const;
export const verdicts = ['Verdadero', 'Falso', 'No sé'] as const;

export const headers = [
  'id. ID de respuesta',
  'submitdate. Fecha de envío',
  'lastpage. Última página',
  'startlanguage. Lenguaje inicial',
  'Q00. Código de participante del panel',
  'G01. Grupo del estudio',
  'Q01. ¿Qué edad tiene?',
  'Q02. ¿Con qué género se identifica?',
  ...attitudes.map(({ code, text }) => `${attitudeCode}[${code}]. ${attitudeQuestion} [${text}]`),
  ...claims.map(({ code, text }) => `${claimCode}[${code}]. ${claimQuestion} [${text}]`),
  'Q05. ¿Recuerda haber visto la campaña Somos Encuentro?',
  'Q06. Origen de estos datos',
];

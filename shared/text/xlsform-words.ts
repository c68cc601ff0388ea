import type { Locale } from './catalogue';

/** What a survey form says besides the questions themselves. */
export type FormWords = {
  yes: string;
  no: string;
  /** The two answers of a yes/no question, with the labels of the other language beside. */
  yesNo(english: FormWords): { name: string; label: string; labelEnglish: string }[];
  noAnswer(code: string): string;
  notApplicable(code: string): string;
  unit(unit: string): string;
  rutHint: string;
  rutWrong: string;
  emailWrong: string;
  phoneWrong: string;
  numberCodes(codes: string): string;
  outsideRange(minimum: number | null, maximum: number | null): string;
};

function yesNo(this: FormWords, english: FormWords): ReturnType<FormWords['yesNo']> {
  return [
    { name: 'si', label: this.yes, labelEnglish: english.yes },
    { name: 'no', label: this.no, labelEnglish: english.no },
  ];
}

const es: FormWords = {
  yes: 'Sí',
  no: 'No',
  yesNo,
  noAnswer: () => 'No responde',
  notApplicable: () => 'No corresponde',
  unit: (unit) => `Se anota en ${unit}.`,
  rutHint: 'Sin puntos y con guion, por ejemplo 12345678-5.',
  rutWrong: 'Escribe el RUT o IPE sin puntos, con guion y dígito verificador.',
  emailWrong: 'Escribe un correo completo, con arroba y punto.',
  phoneWrong: 'Escribe solo números, de 8 a 15 cifras.',
  numberCodes: (codes) => `Anota ${codes} si no hay respuesta.`,
  outsideRange: (minimum, maximum) => {
    if (minimum === null) return `El número no puede ser mayor que ${maximum}.`;
    return maximum === null
      ? `El número no puede ser menor que ${minimum}.`
      : `El número va de ${minimum} a ${maximum}.`;
  },
};

const en: FormWords = {
  yes: 'Yes',
  no: 'No',
  yesNo,
  noAnswer: () => 'No answer',
  notApplicable: () => 'Does not apply',
  unit: (unit) => `Written in ${unit}.`,
  rutHint: 'Without points and with a hyphen, such as 12345678-5.',
  rutWrong: 'Write the RUT or IPE without points, with hyphen and check digit.',
  emailWrong: 'Write a whole address, with its at sign and point.',
  phoneWrong: 'Write digits only, 8 to 15 of them.',
  numberCodes: (codes) => `Write ${codes} where there is no answer.`,
  outsideRange: (minimum, maximum) => {
    if (minimum === null) return `The number cannot be above ${maximum}.`;
    return maximum === null
      ? `The number cannot be below ${minimum}.`
      : `The number goes from ${minimum} to ${maximum}.`;
  },
};

/** The words of survey forms in one language. */
export function formWords(locale: Locale): FormWords {
  return locale === 'es' ? es : en;
}

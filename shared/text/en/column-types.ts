import type { Catalogue } from '../catalogue';
import type { columnTypesText as spanish } from '../es/column-types';

export const columnTypesText: Catalogue<typeof spanish> = {
  reasons: {
    'all-fit': 'All answers read this way.',
    'nearly-all-fit': 'Nearly all answers read this way; the others are below.',
    'some-do-not-fit': 'Most read this way, but not enough: decide what becomes of the others.',
    'few-fit': 'Few answers read this way.',
    'fixed-width-codes': 'Some codes begin with zero; as numbers they would lose it.',
    'mixed-units':
      'Figures stand in different units, or with and without %: as numbers they would be confused.',
    'mixed-day-orders': 'Some dates begin with the day and others with the month.',
    'spreadsheet-days': 'These are numbers in which a spreadsheet keeps days; they can be read as dates.',
    'thousands-or-decimals': 'The same figures also read this way, depending on the decimal mark.',
    'same-cells-other-order': 'The same dates also read in this order. Have a look.',
    'known-scale': 'The answers are steps of a scale, and stand in its order.',
    'short-list': 'A few answers that repeat.',
    'public-list': 'The answers are on a public list, though written in several ways.',
    'yes-and-no': 'The answers are yes and no.',
    'several-answers': 'One cell holds several answers.',
    'always-fits': 'The answers are kept as they are written.',
  },
  forms: {
    plain: 'Figures without a unit',
    percent: 'Figures with %',
    peso: 'Pesos',
    dollar: 'Dollars',
    uf: 'UF',
    euro: 'Euros',
    'day-first': 'Dates that begin with the day',
    'month-first': 'Dates that begin with the month',
    'month-only': 'Months without a day: stored as the first',
    'with-time': 'Dates with an hour',
    'with-zone': 'Hours with a zone: the hour is kept as written and the zone left aside',
    'spreadsheet-day': 'Days as a number of a spreadsheet',
    'leading-zeros': 'Codes that begin with zero',
  },
  standards: {
    country: 'Country (ISO 3166-1)',
    nationality: 'Nationality, by country (ISO 3166-1)',
    region: 'Region',
    comuna: 'Comuna, by its official code',
    rbd: 'School, by RBD',
    sex: 'Sex, as recorded',
    gender: 'Gender, as recorded',
    coordinates: 'Coordinates of a place',
  },
  recognised: (recognised, unrecognised) =>
    `The list recognises ${recognised} answers; ${unrecognised} stay as they are written.`,
  mixedUnitsQuestion: 'Do they mean the same? If 0.85 is 85 %, correct it before comparing.',
};

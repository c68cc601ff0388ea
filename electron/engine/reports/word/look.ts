/** Measures of Word files: widths in twentieths of a point, sizes in half points, colours without their sign. */
export const pageWidth = 9412;

/** A typeface that every office computer has: Word files carry no typeface of their own. */
export const font = 'Calibri';

export const sizes = { body: 21, table: 18, small: 17, note: 16 } as const;

export const colours = {
  ink: '16191D',
  quiet: '4D565F',
  accent: '12436D',
  soft: 'F3F6F9',
  hairline: 'D5DAE0',
  warning: '8A4208',
  warningSoft: 'FDF4EC',
  current: '2F6F4F',
  paper: 'FFFFFF',
} as const;

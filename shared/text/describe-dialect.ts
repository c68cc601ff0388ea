import type { Delimiter, Dialect } from '../domain/dialect';
import { formatNumber } from './format';
import type { Locale, Texts } from './index';

/** The catalogue's key for each delimiter. */
export const delimiterNames = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
  ':': 'colon',
  ' ': 'space',
  '^': 'caret',
  '~': 'tilde',
  ', ': 'commaSpace',
  '; ': 'semicolonSpace',
  '||': 'doubleBar',
  '::': 'doubleColon',
  ' | ': 'spacedBar',
  '#': 'hash',
  '  ': 'aligned',
  '\u001f': 'unit',
} as const satisfies Record<Delimiter, keyof Texts['import']['dialect']['values']['delimiter']>;

/** How a file was written, one short line an aspect: encoding, separator, headings, decimals, dates, last line. */
export function describeDialect(dialect: Dialect, text: Texts['import'], locale: Locale): string[] {
  const { values, aspects } = text.dialect;
  const line = (at: number) => values.line(formatNumber(at, 0, locale));
  const lines = [
    `${aspects.encoding}: ${values.encoding[dialect.encoding]}`,
    `${aspects.delimiter}: ${values.delimiter[delimiterNames[dialect.delimiter]]}`,
    dialect.headerLine === null ? values.noHeader : `${aspects.headerLine}: ${line(dialect.headerLine)}`,
    `${aspects.decimalMark}: ${dialect.decimalMark === ',' ? values.decimalMark.comma : values.decimalMark.point}`,
    `${aspects.dateOrder}: ${values.dateOrder[dialect.dateOrder]}`,
  ];
  if (dialect.lastDataLine !== null) lines.push(`${aspects.lastDataLine}: ${line(dialect.lastDataLine)}`);
  return lines;
}

/** How a number of a statistics file is shown, and so what it is. */
export type SavFormat = {
  kind: 'number' | 'percent' | 'dollar' | 'date' | 'datetime' | 'time';
  decimals: number;
};

const dateFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const datetimeFormats = new Set([22, 41]);
const timeFormats = new Set([21, 25, 40]);

/** A print format from its packed form: decimals, width, type and zero, a byte each. */
export function savFormat(packed: number): SavFormat {
  const type = (packed >> 16) & 0xff;
  const decimals = packed & 0xff;
  if (dateFormats.has(type)) return { kind: 'date', decimals };
  if (datetimeFormats.has(type)) return { kind: 'datetime', decimals };
  if (timeFormats.has(type)) return { kind: 'time', decimals };
  if (type === 31) return { kind: 'percent', decimals };
  return { kind: type === 4 ? 'dollar' : 'number', decimals };
}

/** From 14 October 1582, when SPSS begins to count seconds, to 1 January 1970. */
const secondsBefore1970 = 12_219_379_200;
const secondsADay = 86_400;
/** The last second of the year 9999. */
const lastSecond = 253_402_300_799;

/**
 * A number as a cell of the table: a decimal point and all its digits, an ISO day, a day with its time, or hours,
 * minutes and seconds. What lies outside the calendar stays a number.
 */
export function textOfNumber(value: number, { kind }: SavFormat): string {
  if (kind === 'time') return clock(value);
  if (kind !== 'date' && kind !== 'datetime') return plainNumber(value);
  const seconds = Math.round(value * 1000) / 1000 - secondsBefore1970;
  if (value < 0 || seconds > lastSecond || !Number.isFinite(seconds)) return plainNumber(value);
  const day = new Date(Math.floor(seconds / secondsADay) * secondsADay * 1000).toISOString().slice(0, 10);
  const rest = seconds - Math.floor(seconds / secondsADay) * secondsADay;
  return kind === 'date' ? day : `${day} ${clock(rest)}`;
}

/** True for a day that carries a time of day, which its format does not show. */
export function hidesTime(value: number, { kind }: SavFormat): boolean {
  return kind === 'date' && value % secondsADay !== 0;
}

function clock(value: number): string {
  const whole = Math.abs(Math.round(value * 1000) / 1000);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const thousandths = Math.round((whole % 60) * 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const fraction = thousandths % 1000 === 0 ? '' : `.${String(thousandths % 1000).padStart(3, '0')}`;
  return `${value < 0 ? '-' : ''}${two(hours)}:${two(minutes)}:${two(Math.floor(thousandths / 1000))}${fraction}`;
}

/** The shortest digits that give the number back, never with an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text === '-0' ? '0' : text;
  const [, sign = '', first = '', rest = '', power = '0'] = parts;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

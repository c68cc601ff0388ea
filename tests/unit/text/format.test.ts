import { describe, expect, it } from 'vitest';
import {
  type FigureStyle,
  formatBytes,
  formatChange,
  formatChangeInterval,
  formatChangeRange,
  formatCount,
  formatDate,
  formatDayOf,
  formatInstant,
  formatInterval,
  formatNumber,
  formatP,
  formatPercent,
  formatSigned,
  formatValue,
} from '../../../shared/text/format';

const share: FigureStyle = { kind: 'proportion', unit: '%', decimals: 1 };
const days: FigureStyle = { kind: 'mean', unit: 'días', decimals: 1 };
const nb = '\u00a0';

describe('numbers as Chile writes them', () => {
  it('groups with a point and marks decimals with a comma, also in four digits', () => {
    expect(formatNumber(1234.5, 1, 'es')).toBe('1.234,5');
    expect(formatNumber(1234567.891, 2, 'es')).toBe('1.234.567,89');
    expect(formatNumber(1270, 0, 'es')).toBe('1.270');
  });
  it('groups with a comma in English', () => {
    expect(formatNumber(1234.5, 1, 'en')).toBe('1,234.5');
  });
  it('writes a true minus sign and never minus zero', () => {
    expect(formatNumber(-2.25, 1, 'es')).toBe('−2,3');
    expect(formatNumber(-0.04, 1, 'es')).toBe('0,0');
    expect(formatNumber(-0, 0, 'es')).toBe('0');
  });
  it('signs gains and losses but not what rounds to zero', () => {
    expect(formatSigned(3.14, 1, 'es')).toBe('+3,1');
    expect(formatSigned(-3.14, 1, 'es')).toBe('−3,1');
    expect(formatSigned(0.01, 1, 'es')).toBe('0,0');
  });
  it('writes a dash for what is not a number', () => {
    expect(formatNumber(null, 1, 'es')).toBe('–');
    expect(formatNumber(Number.NaN, 1, 'es')).toBe('–');
    expect(formatPercent(Number.POSITIVE_INFINITY, 1, 'es')).toBe('–');
    expect(formatChange(null, share, 'es')).toBe('–');
  });
});

describe('shares', () => {
  it('puts a space that does not break before the percent sign in Spanish only', () => {
    expect(formatPercent(0.812, 1, 'es')).toBe(`81,2${nb}%`);
    expect(formatPercent(0.812, 1, 'en')).toBe('81.2%');
  });
  it('keeps the whole range of a share', () => {
    expect(formatPercent(0, 0, 'es')).toBe(`0${nb}%`);
    expect(formatPercent(1, 1, 'es')).toBe(`100,0${nb}%`);
  });
  it('writes a change of shares in percentage points', () => {
    expect(formatChange(0.119, share, 'es')).toBe(`+11,9${nb}pp`);
    expect(formatChange(-0.05, share, 'en')).toBe(`−5.0${nb}pp`);
  });
  it('writes the unit of other figures after them', () => {
    expect(formatValue(3.25, days, 'es')).toBe(`3,3${nb}días`);
    expect(formatValue(3, { ...days, unit: '' }, 'es')).toBe('3,0');
    expect(formatChange(1.5, days, 'es')).toBe(`+1,5${nb}días`);
  });
  it('never doubles the percent sign when the unit repeats it', () => {
    expect(formatValue(0.5, share, 'es')).toBe(`50,0${nb}%`);
  });
});

describe('intervals', () => {
  it('joins the ends with a word, so that no decimal comma is mistaken for a separator', () => {
    const interval = { lower: 0.41, upper: 0.572 };
    expect(formatInterval(interval, share, 'es')).toBe(`41,0${nb}% a 57,2${nb}%`);
    expect(formatInterval(interval, share, 'en')).toBe('41.0% to 57.2%');
    expect(formatChangeInterval({ lower: -0.02, upper: 0.217 }, share, 'es')).toBe(
      `−2,0${nb}pp a +21,7${nb}pp`,
    );
  });
  it('writes a dash for an absent interval', () => {
    expect(formatInterval(null, share, 'es')).toBe('–');
  });
});

describe('p values', () => {
  it('never writes zero or one', () => {
    expect(formatP(0.0000001, 'es')).toBe('p < 0,001');
    expect(formatP(0.99999, 'es')).toBe('p > 0,999');
  });
  it('keeps three decimals', () => {
    expect(formatP(0.0234, 'es')).toBe('p = 0,023');
    expect(formatP(0.0234, 'en')).toBe('p = 0.023');
    expect(formatP(null, 'es')).toBe('–');
  });
});

describe('dates', () => {
  it('writes a day as it is, whatever the time zone of the machine', () => {
    expect(formatDate('2024-03-05', 'es')).toBe('5 de marzo de 2024');
    expect(formatDate('2024-03-05', 'es', 'short')).toBe('05-03-2024');
    expect(formatDate('2024-03-05', 'en')).toBe('5 March 2024');
    expect(formatDate(null, 'es')).toBe('–');
    expect(formatDate('nunca', 'es')).toBe('–');
  });
  it('writes an instant in the hour of Chile', () => {
    expect(formatInstant('2024-07-05T18:30:00Z', 'es')).toBe('05-07-2024, 14:30');
    expect(formatInstant('2024-01-05T18:30:00Z', 'es')).toBe('05-01-2024, 15:30');
  });
});

describe('counts', () => {
  it('uses the singular for exactly one', () => {
    expect(formatCount(1, 'persona', 'personas', 'es')).toBe(`1${nb}persona`);
    expect(formatCount(0, 'persona', 'personas', 'es')).toBe(`0${nb}personas`);
    expect(formatCount(1270, 'persona', 'personas', 'es')).toBe(`1.270${nb}personas`);
  });
});

describe('sizes', () => {
  it('steps to the next unit before a thousand is written', () => {
    expect(formatBytes(812, 'es')).toBe(`812${nb}bytes`);
    expect(formatBytes(34_500, 'es')).toBe(`34,5${nb}kB`);
    expect(formatBytes(999_999, 'es')).toBe(`1,0${nb}MB`);
    expect(formatBytes(200_000_000, 'en')).toBe(`200.0${nb}MB`);
    expect(formatBytes(null, 'es')).toBe('–');
  });
});

describe('ranges of a change', () => {
  it('leave out the unit, which stands beside the change itself', () => {
    expect(formatChangeRange({ lower: -0.02, upper: 0.217 }, share, 'es')).toBe('−2,0 a +21,7');
    expect(formatChangeRange({ lower: -0.5, upper: 1.25 }, days, 'en')).toBe('−0.5 to +1.3');
  });
});

describe('the day of an instant', () => {
  it('is the one in Chile, where the evening is already the next day in Greenwich', () => {
    expect(formatDayOf('2024-03-06T02:30:00Z', 'es')).toBe('5 de marzo de 2024');
    expect(formatDayOf('2024-03-06T03:30:00Z', 'es')).toBe('6 de marzo de 2024');
    expect(formatDayOf(null, 'es')).toBe('–');
  });
});

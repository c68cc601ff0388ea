const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day a spreadsheet knows. */
const lastSerial = 2_958_466;

/** What a serial number stands for, as ISO text; `impossible` for the days that only a spreadsheet believes in. */
export type SerialMoment = {
  kind: 'date' | 'datetime' | 'time' | 'impossible';
  text: string;
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Milliseconds of a share of days; what is off by one from a whole second is the rounding of the stored number. */
function roundedMs(days: number): number {
  const ms = Math.round(days * dayMs);
  const over = ms % 1000;
  if (over === 1) return ms - 1;
  return over === 999 ? ms + 1 : ms;
}

/**
 * Reads a serial number of the 1900 system, in which 60 is a 29 February 1900 that never was and all days before it are
 * one higher, or of the 1904 system. Null where the number is no day at all (negative, or after the year 9999).
 */
export function readSerial(serial: number, uses1904: boolean, showsTimeOnly: boolean): SerialMoment | null {
  if (!(serial >= 0) || serial >= lastSerial) return null;
  const total = roundedMs(serial);
  const days = Math.floor(total / dayMs);
  const time = total - days * dayMs;
  if (showsTimeOnly && days === 0) return { kind: 'time', text: clock(time) };
  if (!uses1904 && (days === 0 || days === 60)) {
    const text = days === 0 ? '1900-01-00' : '1900-02-29';
    return { kind: 'impossible', text: time === 0 ? text : `${text} ${clock(time)}` };
  }
  const start = uses1904 ? epoch1904 : days < 60 ? epoch1900 + dayMs : epoch1900;
  const day = isoDay(start + days * dayMs);
  return time === 0 ? { kind: 'date', text: day } : { kind: 'datetime', text: `${day} ${clock(time)}` };
}

/** A length of time in days as hours, which may exceed 24, minutes and seconds. */
export function durationText(days: number): string {
  const ms = roundedMs(Math.abs(days));
  return `${days < 0 ? '-' : ''}${clock(ms)}`;
}

/** An ISO 8601 moment as files state it, as a day or a day with its time; null for anything else. */
export function readIsoMoment(text: string): { kind: 'date' | 'datetime' | 'time'; text: string } | null {
  const found =
    /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?)(Z|[-+][0-9]{2}:?[0-9]{2})?)?$/.exec(
      text.trim(),
    );
  if (!found) {
    const time = /^T?([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)Z?$/.exec(text.trim());
    return time ? { kind: 'time', text: trimFraction(time[1] ?? '') } : null;
  }
  const [, day = '', time, zone = ''] = found;
  if (time === undefined) return { kind: 'date', text: day };
  const whole = time.length === 5 ? `${time}:00` : time;
  return { kind: 'datetime', text: `${day} ${trimFraction(whole)}${zone === 'Z' ? '' : zone}` };
}

function trimFraction(time: string): string {
  return time.replace(/\.([0-9]*?)0*$/, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}

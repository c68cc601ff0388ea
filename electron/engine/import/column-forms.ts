import type { WrittenForm } from '../../../shared/domain/import';
import type { Fits } from './candidate-fits';
import { collapseSpaces } from './cell-shapes';
import { momentForms, monthPattern, serialPattern } from './date-values';
import { type FigureForm, figureFormNames, figureForms } from './number-values';
import type { CountedValue } from './value-counts';

const units = {
  plain: null,
  percent: '%',
  peso: '$',
  dollar: 'US$',
  uf: 'UF',
  euro: '€',
} as const satisfies Record<FigureForm, string | null>;
const examplesShown = 3;

/**
 * The unit written with the figures of a column. `isMixed` where figures of different units stand side by side, such as "0,85"
 * and "85 %", or pesos and UF; bare figures beside pesos are pesos. Null for figures without a unit.
 */
export function settleFigures({ figures }: Pick<Fits, 'figures'>): { unit: string | null; isMixed: boolean } {
  const written = figureFormNames.filter((form) => form !== 'plain' && figures[form] > 0);
  const [only] = written;
  if (only === undefined) return { unit: null, isMixed: false };
  const needsAll = only !== 'peso' && figures.plain > 0;
  const isMixed = written.length > 1 || needsAll;
  return { unit: isMixed ? null : units[only], isMixed };
}

const dateForms = [
  ['day-first', 'dayFirst', new RegExp(momentForms.dayFirst)],
  ['month-first', 'monthFirst', new RegExp(momentForms.monthFirst)],
  ['month-only', 'monthOnly', new RegExp(`^${monthPattern}$`)],
  ['with-zone', 'zone', new RegExp(`:[0-9]{2}.*${momentForms.zone}`)],
  ['with-time', 'clock', new RegExp(momentForms.clock)],
] as const;

/** The ways of writing of a column that the analyst should see, with how many cells each has and examples. */
export function writtenFormsOf(fits: Fits, values: readonly CountedValue[]): WrittenForm[] {
  const texts = values.map(({ value }) => collapseSpaces(value));
  const examples = (fits: (text: string) => boolean): string[] => texts.filter(fits).slice(0, examplesShown);
  const matching = (pattern: RegExp): string[] => examples((text) => pattern.test(text.toLowerCase()));
  const forms: WrittenForm[] = [];
  const numbers = Math.max(fits.decimal[','], fits.decimal['.']);
  if (numbers > 0 && settleFigures(fits).isMixed && numbers >= fits.usable / 2) {
    for (const form of figureFormNames.filter((name) => fits.figures[name] > 0)) {
      const pattern = new RegExp(`^(?:${figureForms[form]})$`);
      forms.push({ form, count: fits.figures[form], examples: examples((text) => pattern.test(text)) });
    }
  }
  const dates = Math.max(fits.date.dmy, fits.date.mdy, fits.date.ymd);
  if (dates > fits.usable / 2) {
    for (const [form, name, pattern] of dateForms) {
      if (fits[name] > 0 && isWorthKnowing(form, fits))
        forms.push({ form, count: fits[name], examples: matching(pattern) });
    }
  }
  if (fits.serial > 0 && dates > 0) {
    const serial = new RegExp(`^(?:${serialPattern})$`);
    forms.push({ form: 'spreadsheet-day', count: fits.serial, examples: matching(serial) });
  }
  if (fits.leadingZeros > 0 && numbers > fits.usable / 2) {
    forms.push({ form: 'leading-zeros', count: fits.leadingZeros, examples: matching(/^0\d+$/) });
  }
  return forms;
}

function isWorthKnowing(form: (typeof dateForms)[number][0], fits: Fits): boolean {
  if (form === 'with-zone' || form === 'month-only') return true;
  if (form === 'with-time') return fits.clock < fits.usable;
  return fits.dayFirst > 0 && fits.monthFirst > 0;
}

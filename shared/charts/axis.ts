import type { Locale } from '../text/catalogue';
import { type FigureStyle, formatNumber, formatPercent, formatSigned, isShareStyle } from '../text/format';

export type ValueAxis = { domain: [number, number]; ticks: number[]; format: (value: number) => string };

/**
 * The axis of an indicator's values: 0 to 100 % for shares, otherwise round ends around the values shown.
 * `values` must hold shown figures only, since the ends of the axis could give a hidden one away.
 */
export function valueAxis(
  values: readonly number[],
  style: FigureStyle,
  locale: Locale,
  options: { includesZero: boolean; ticks: number },
): ValueAxis {
  if (isShareStyle(style)) {
    const ticks =
      options.ticks >= 5
        ? [0, 0.2, 0.4, 0.6, 0.8, 1]
        : options.ticks >= 4
          ? [0, 0.25, 0.5, 0.75, 1]
          : [0, 0.5, 1];
    return { domain: [0, 1], ticks, format: (value) => formatPercent(value, 0, locale) };
  }
  const known = values.filter(Number.isFinite);
  const isCount = style.kind === 'count' || style.kind === 'total';
  const all = options.includesZero || isCount || known.length === 0 ? [...known, 0] : known;
  const low = Math.min(...all);
  const high = Math.max(...all);
  const spread = high - low || Math.abs(high) || 1;
  const step = roundStep(spread / options.ticks, isCount && style.decimals === 0);
  const start = Math.floor(low / step + 1e-9);
  const end = Math.max(Math.ceil(high / step - 1e-9), start + 1);
  const ticks = Array.from({ length: end - start + 1 }, (_, index) => (start + index) * step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    domain: [start * step, end * step],
    ticks,
    format: (value) => formatNumber(value, decimals, locale),
  };
}

const changeSteps = [1, 2, 2.5, 5, 10] as const;

/**
 * The axis of changes, in percentage points for shares: it spans zero and the values shown, no more, with at most
 * `mostTicks` round ticks. `values` must hold shown figures only.
 */
export function changeAxis(
  values: readonly number[],
  style: FigureStyle,
  locale: Locale,
  mostTicks: number,
): ValueAxis {
  const scale = isShareStyle(style) ? 100 : 1;
  const known = [0, ...values.filter(Number.isFinite).map((value) => value * scale)];
  const low = Math.min(...known);
  const high = Math.max(...known) + (Math.max(...known) === low ? 1 : 0);
  const step = changeStep(low, high, mostTicks);
  const [first, last] = tickRange(low, high, step);
  const decimals =
    [0, 1, 2, 3, 4, 5, 6].find((each) => Math.abs(step - Number(step.toFixed(each))) < step * 1e-9) ?? 6;
  return {
    domain: [low / scale, high / scale],
    ticks: Array.from({ length: last - first + 1 }, (_, index) => ((first + index) * step) / scale),
    format: (value) => formatSigned(value * scale, decimals, locale),
  };
}

/** The places of the first and last multiple of a step between two ends. */
function tickRange(low: number, high: number, step: number): [number, number] {
  return [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
}

function changeStep(low: number, high: number, mostTicks: number): number {
  const power = 10 ** Math.floor(Math.log10((high - low) / mostTicks));
  const steps = [power, power * 10].flatMap((each) => changeSteps.map((factor) => factor * each));
  const fits = (step: number) => {
    const [first, last] = tickRange(low, high, step);
    return last - first + 1 <= mostTicks;
  };
  return steps.find(fits) ?? power * 100;
}

function roundStep(rough: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough - 1e-12) ?? 10 * power;
  return isWhole ? Math.max(1, step) : step;
}

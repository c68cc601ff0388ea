import type { ChartTheme } from './types';

/** How one wave is drawn everywhere: hollow marks are filled with the surface and outlined. */
export type WaveStyle = {
  colour: string;
  isHollow: boolean;
  symbol: 'circle' | 'diamond' | 'square' | 'triangle' | 'star' | 'cross' | 'wye' | 'hexagon';
};

export type Palette = {
  surface: string;
  text: string;
  muted: string;
  grid: string;
  axis: string;
  /** Ex-ante first, ex-post second, further waves after; shape tells them apart as well as colour. */
  waves: readonly WaveStyle[];
  /** Light to dark on a light surface; dark to light on a dark one. */
  sequential: readonly string[];
  /** The disagreeing half from its far end, the middle, the agreeing half to its far end. */
  diverging: { low: readonly string[]; middle: string; high: readonly string[] };
  protectedFill: string;
  protectedStroke: string;
  target: string;
};

const shapes = [
  { isHollow: true, symbol: 'circle' },
  { isHollow: false, symbol: 'circle' },
  { isHollow: false, symbol: 'diamond' },
  { isHollow: false, symbol: 'square' },
  { isHollow: false, symbol: 'triangle' },
  { isHollow: true, symbol: 'diamond' },
  { isHollow: true, symbol: 'square' },
  { isHollow: true, symbol: 'triangle' },
  { isHollow: false, symbol: 'star' },
] as const satisfies readonly Omit<WaveStyle, 'colour'>[];

const lightColours = ['#4f8fc0', '#12436d', '#b4590c', '#6a4795', '#2f6f4f'] as const;
const darkColours = ['#a8d1ef', '#4296d6', '#e3913f', '#b79adf', '#6fbf95'] as const;

function waveStyles(colours: readonly string[]): WaveStyle[] {
  return shapes.map((shape, index) => ({ ...shape, colour: colours[index % colours.length] ?? '#000000' }));
}

const light: Palette = {
  surface: '#ffffff',
  text: '#1b1f24',
  muted: '#59626d',
  grid: '#e6e9ed',
  axis: '#8a939e',
  waves: waveStyles(lightColours),
  sequential: ['#eef4f9', '#d3e4f1', '#abcde6', '#7aafd5', '#4a8cbf', '#266a9f', '#12436d'],
  diverging: {
    low: ['#9a4a08', '#dd8f45', '#f3cfa4'],
    middle: '#d9dce0',
    high: ['#b5d3ea', '#5a9acb', '#12436d'],
  },
  protectedFill: '#f3f4f6',
  protectedStroke: '#6b7480',
  target: '#1b1f24',
};

const dark: Palette = {
  surface: '#242424',
  text: '#f1f3f5',
  muted: '#b3bac2',
  grid: '#3a3d41',
  axis: '#868e96',
  waves: waveStyles(darkColours),
  sequential: ['#2b3a47', '#2b4a63', '#2c5e84', '#3174a4', '#4f96c9', '#82b8e0', '#bcdcf3'],
  diverging: {
    low: ['#f0a75b', '#c07a30', '#6b4420'],
    middle: '#565b61',
    high: ['#2d5273', '#4289c0', '#9bcbee'],
  },
  protectedFill: '#303236',
  protectedStroke: '#a3abb5',
  target: '#f1f3f5',
};

const print: Palette = { ...light, text: '#000000', muted: '#3d444c', grid: '#d5d9de', axis: '#6b7480' };

/** The colours of a theme; on light, dark and paper every mark keeps 3:1 against the surface. */
export function palette(theme: ChartTheme): Palette {
  switch (theme) {
    case 'light':
      return light;
    case 'dark':
      return dark;
    case 'print':
      return print;
  }
}

/** How the wave at a position (0 is the baseline) is drawn; beyond the last style they repeat. */
export function waveStyle(theme: ChartTheme, index: number): WaveStyle {
  const styles = palette(theme).waves;
  const style = styles[index % styles.length];
  if (!style) throw new RangeError(`no wave style ${index}`);
  return style;
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, from 1 to 21. */
export function contrast(first: string, second: string): number {
  const a = luminance(first);
  const b = luminance(second);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The text colour, dark or white, that reads best on a filled mark. */
export function inkOn(fill: string): string {
  return contrast(fill, '#ffffff') >= contrast(fill, '#14181d') ? '#ffffff' : '#14181d';
}

import { describe, expect, it } from 'vitest';
import { scaleColours } from '../../../shared/charts/likert';
import { contrast, inkOn, palette, waveStyle } from '../../../shared/charts/palette';
import { themes } from './cases';

type Rgb = [number, number, number];

function toLinear(colour: string): Rgb {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

// Machado, Oliveira and Fernandes (2009), severity 1.
const deficiencies: Record<string, Rgb[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function toLab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((value) => Math.min(1, Math.max(0, value))) as Rgb;
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;
  const f = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

function seen(colour: string, deficiency: string): Rgb {
  const linear = toLinear(colour);
  const matrix = deficiencies[deficiency] ?? [];
  return toLab(
    matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (linear[index] ?? 0), 0)) as Rgb,
  );
}

function distance(first: string, second: string, deficiency: string): number {
  const a = seen(first, deficiency);
  const b = seen(second, deficiency);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(themes)('colours on %s', (theme) => {
  const colours = palette(theme);

  it('keep 3:1 against the surface for every mark of a wave and for the sign of protection', () => {
    for (const { colour } of colours.waves)
      expect(contrast(colour, colours.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours.protectedStroke, colours.surface)).toBeGreaterThanOrEqual(3);
  });

  it('keep 4.5:1 for texts, also on every cell of the heat map and every answer of a scale', () => {
    expect(contrast(colours.text, colours.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.muted, colours.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.muted, colours.protectedFill)).toBeGreaterThanOrEqual(4.5);
    const fills = [...colours.sequential, ...scaleColours(7, colours)];
    for (const fill of fills) expect(contrast(inkOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('draw ex-ante hollow and lighter, ex-post filled and darker', () => {
    const before = waveStyle(theme, 0);
    const after = waveStyle(theme, 1);
    expect([before.isHollow, after.isHollow]).toEqual([true, false]);
    expect(seen(before.colour, 'normal')[0]).toBeGreaterThan(seen(after.colour, 'normal')[0]);
  });

  it('tell waves apart by shape alone', () => {
    const signs = colours.waves.map((style) => `${style.symbol} ${style.isHollow}`);
    expect(new Set(signs).size).toBe(9);
  });

  it.each(Object.keys(deficiencies))(
    'stay apart with %s vision: the first three waves and both halves of a scale',
    (deficiency) => {
      const [first, second, third] = colours.waves.map((style) => style.colour);
      if (!first || !second || !third) throw new Error('three waves have styles');
      for (const [a, b] of [
        [first, second],
        [first, third],
        [second, third],
      ] as const) {
        expect(distance(a, b, deficiency)).toBeGreaterThan(20);
      }
      const scale = scaleColours(5, colours);
      for (const [index, colour] of scale.entries()) {
        for (const other of scale.slice(index + 1))
          expect(distance(colour, other, deficiency)).toBeGreaterThan(14);
      }
    },
  );
});

describe('the colours of a scale', () => {
  it.each([2, 3, 4, 5, 6, 7])('are all different with %i answers', (count) => {
    const scale = scaleColours(count, palette('light'));
    expect(scale).toHaveLength(count);
    expect(new Set(scale).size).toBe(count);
  });
});

import { Resvg } from '@resvg/resvg-js';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import { interFontFiles } from '../../../electron/engine/fonts';
import type { Distribution } from '../../../shared/domain/comparison';
import { wide } from './cases';
import { bySchool, distributionOf, likertBySchool } from './fixtures';

const parser = new new JSDOM('').window.DOMParser();
const options = [
  'Nunca me siento escuchado ni acompañado por los adultos que trabajan en mi escuela',
  'Casi nunca me siento escuchado',
  'A veces sí, a veces no, según quién esté',
  'Casi siempre me siento escuchado',
  'Siempre me siento escuchado y acompañado',
];
const longScale = distributionOf(options, [
  { wave: 0, key: [], counts: [10, 20, 30, 25, 15] },
  { wave: 1, key: [], counts: [2, 10, 15, 40, 50] },
]);
const everybody: Distribution = {
  ...likertBySchool(3),
  groups: likertBySchool(3).groups.filter((group) => group.key.length === 0),
};

/** As the side panel of a result shows it: without title and notes. */
function draw(kind: 'likert' | 'distribution', distribution: Distribution, width: number) {
  const input = { result: bySchool(3), indicatorId: null, distribution };
  const { svg } = chartToSvg(kind, input, { ...wide, width }, { hasTitle: false, hasNotes: false });
  const root = parser.parseFromString(svg, 'application/xml').documentElement;
  return { root, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}

describe.each([360, 420, 480])('the distribution behind a result in %i pixels', (width) => {
  it.each(['likert', 'distribution'] as const)('stays inside its place as %s', (kind) => {
    for (const distribution of [longScale, everybody]) {
      const { root } = draw(kind, distribution, width);
      const [x = 0, , w = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
      root.querySelector('rect')?.remove();
      const font = { loadSystemFonts: false, fontFiles: [...interFontFiles], defaultFontFamily: 'Inter' };
      const box = new Resvg(root.outerHTML, { font }).getBBox();
      if (!box) throw new Error('nothing is painted');
      expect(box.x).toBeGreaterThanOrEqual(x);
      expect(box.x + box.width).toBeLessThanOrEqual(x + w);
    }
  });

  it('keeps the names of both waves and every word of the legend', () => {
    const { texts } = draw('likert', longScale, width);
    for (const name of ['Ex-ante 2023', 'Ex-post 2024']) expect(texts).toContain(name);
    const all = texts.join(' ');
    for (const option of options) expect(all).toContain(option);
    for (const sum of ['30\u00a0%', '77\u00a0%']) expect(texts).toContain(sum);
  });

  it('never runs one tick of the axis into the next', () => {
    const { root } = draw('distribution', longScale, width);
    const ticks = [...root.querySelectorAll('text')].filter((text) =>
      /^\d+\s%$/.test(text.textContent ?? ''),
    );
    const xs = ticks.map((text) =>
      Number(/translate\(([\d.]+),/.exec(text.getAttribute('transform') ?? '')?.[1]),
    );
    expect(xs.length).toBeGreaterThan(2);
    for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThan(38);
  });
});

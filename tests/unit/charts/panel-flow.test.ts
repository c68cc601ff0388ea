import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartToSvg } from '../../../electron/engine/charts/draw';
import { applicableCharts, isWholeChart } from '../../../shared/charts';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { wide } from './cases';
import { followed, manyIndicators } from './fixtures';

const parser = new new JSDOM('').window.DOMParser();
const nb = '\u00a0';

function draw(result: ComparisonResult) {
  const drawn = chartToSvg('panel-flow', { result, indicatorId: null, distribution: null }, wide);
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  return { ...drawn, root, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}

function matched(...flows: { both: number; onlyBaseline: number; onlyFollowUp: number }[]): ComparisonResult {
  const result = manyIndicators(flows.length + 1);
  return {
    ...result,
    spec: { ...result.spec, linkage: 'matched' },
    flows: flows.flatMap((flow, index) => {
      const id = result.spec.followUpWaveIds[index];
      return id ? [{ followUpWaveId: id, ...flow }] : [];
    }),
  };
}

/** Heights of the solid bars of a colour, in the order drawn. */
function heights(root: Element, fill: string): number[] {
  return [...root.querySelectorAll(`g[fill="${fill}"]:not([fill-opacity]) rect`)].map((rect) =>
    Number(rect.getAttribute('height')),
  );
}

describe('the people followed from the baseline to one wave', () => {
  // 412 + 88 = 500 before, 412 + 60 = 472 after: 82.4 %, 17.6 % of 500 and 12.7 % of 472.
  const { texts, alt, table, root, notes } = draw(matched({ both: 412, onlyBaseline: 88, onlyFollowUp: 60 }));

  it('are counted in both, only before and only after, with their shares', () => {
    for (const text of [
      '500 personas',
      '472 personas',
      '412 personas en ambas mediciones',
      `82,4${nb}% de la línea base`,
      '88 personas sin seguimiento',
      `17,6${nb}% de la línea base`,
      '60 personas sin línea base',
      `12,7${nb}% del seguimiento`,
    ])
      expect(texts).toContain(text);
  });

  it('are told in the alternative text and the table', () => {
    expect(alt).toContain(
      `Ex-ante 2023 → Ex-post 2024: 412 personas en ambas mediciones (82,4${nb}% de la línea base); 88 personas sin seguimiento (17,6${nb}% de la línea base); 60 personas sin línea base (12,7${nb}% del seguimiento).`,
    );
    expect(table.rows).toEqual([
      ['Ex-post 2024', '500', '412', `82,4${nb}%`, '88', `17,6${nb}%`, '472', '60', `12,7${nb}%`],
    ]);
  });

  it('are drawn in proportion', () => {
    const [both = 0, arrived = 0] = heights(root, '#12436d');
    expect(both / arrived).toBeCloseTo(412 / 60, 1);
  });

  it('come with the warning that those who left may differ', () => {
    expect(notes[0]).toMatch(/quienes no se quedaron pueden ser distintos/);
  });
});

describe('several follow-ups', () => {
  it('share one scale, so that heights compare from one to the next', () => {
    const { root } = draw(
      matched(
        { both: 300, onlyBaseline: 100, onlyFollowUp: 50 },
        { both: 150, onlyBaseline: 250, onlyFollowUp: 0 },
      ),
    );
    const [first = 0] = heights(root, '#12436d');
    const [second = 0] = heights(root, '#b4590c');
    expect(first / second).toBeCloseTo(2, 1);
  });

  it('show a protected flow as a sign, without any of its counts', () => {
    const { alt, table, texts, svg } = draw(followed());
    expect(alt).toContain('Ex-ante 2023 → Seguimiento 2025: protegido (<10).');
    expect(table.rows[1]).toEqual(['Seguimiento 2025', '–', 'protegido (<10)', '–', '–', '–', '–', '–', '–']);
    expect(texts).toContain('protegido (<10)');
    expect(svg).not.toContain('#b4590c');
  });
});

describe('flows with nobody on one side', () => {
  it('have no share of nothing', () => {
    const { table, svg } = draw(matched({ both: 0, onlyBaseline: 0, onlyFollowUp: 30 }));
    expect(table.rows[0]).toEqual(['Ex-post 2024', '0', '0', '–', '0', '–', '30', '30', `100,0${nb}%`]);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('speak of one person in the singular', () => {
    expect(draw(matched({ both: 41, onlyBaseline: 1, onlyFollowUp: 1 })).texts).toContain(
      '1 persona sin seguimiento',
    );
  });

  it('stay drawable with a thousand million people', () => {
    const { texts } = draw(matched({ both: 1_000_000_000, onlyBaseline: 12, onlyFollowUp: 3 }));
    expect(texts).toContain('1.000.000.000 personas en ambas mediciones');
  });
});

describe('where the flow of people is offered', () => {
  it('is where the same people were followed and some flow may be told', () => {
    expect(applicableCharts(followed())).toContain('panel-flow');
    expect(applicableCharts({ ...followed(), flows: [] })).not.toContain('panel-flow');
    expect(applicableCharts(manyIndicators(2))).not.toContain('panel-flow');
  });

  it('refuses independent waves and comparisons without a flow', () => {
    expect(() => draw(manyIndicators(2))).toThrow('chart-not-applicable');
    expect(() => draw({ ...followed(), flows: [] })).toThrow('chart-not-applicable');
  });

  it('is one drawing for the whole comparison', () => {
    expect(isWholeChart('panel-flow')).toBe(true);
    expect(isWholeChart('forest')).toBe(false);
  });
});

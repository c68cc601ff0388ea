import { describe, expect, it } from 'vitest';
import { drawSpec } from '../../../electron/engine/charts/draw';
import { buildCompositionChart, buildPanelFlowChart } from '../../../shared/charts';
import { VariableId } from '../../../shared/domain/ids';
import { wide } from './cases';
import { panel, sex } from './panel-fixtures';

const nb = '\u00a0';
const result = panel({ both: 412, onlyBaseline: 88, onlyFollowUp: 60 });
const variableId = VariableId.parse(sex);

describe('who the people of each wave are', () => {
  const { title, table, svg, alt } = drawSpec(buildCompositionChart(result, variableId, wide));

  it('is the share of each category before and after, with the difference', () => {
    // 210 of 500 is 42 %, 236 of 472 is 50 %.
    expect(title).toBe('Sexo');
    expect(alt).toContain(`Niña: Ex-ante 2023 42,0${nb}%`);
    expect(alt).toContain(`Ex-post 2024 50,0${nb}%`);
    expect(alt).toContain(`cambio +8,0${nb}pp`);
    expect(table.rows.map(([label]) => label)).toEqual(['Niña', 'Otra', 'Sin respuesta']);
  });

  it('shows nothing of a protected category and judges none as better or worse', () => {
    expect(table.rows[1]?.slice(1)).toEqual([
      'protegido (<10)',
      '–',
      '–',
      'protegido (<10)',
      '–',
      '–',
      '–',
      '–',
      '–',
    ]);
    expect(svg).toContain('protegido (&lt;10)');
    expect(table.rows[0]?.at(-1)).toBe('no se califica');
  });

  it('is refused for a variable that is not there', () => {
    expect(() => buildCompositionChart(result, VariableId.parse('var_otra01'), wide)).toThrow(
      'chart-not-applicable',
    );
  });
});

describe('the flow of a panel', () => {
  it('is the flow of its two waves', () => {
    const { table } = drawSpec(buildPanelFlowChart(result, wide));
    expect(table.rows).toEqual([
      ['Ex-post 2024', '500', '412', `82,4${nb}%`, '88', `17,6${nb}%`, '472', '60', `12,7${nb}%`],
    ]);
  });

  it('is a sign where it is protected, and refused where nobody can be followed', () => {
    expect(drawSpec(buildPanelFlowChart(panel(null), wide)).alt).toContain(
      'Ex-ante 2023 → Ex-post 2024: protegido (<10).',
    );
    expect(() => buildPanelFlowChart({ ...result, flow: null }, wide)).toThrow('chart-not-applicable');
  });
});

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawSpec } from '../../../electron/engine/charts/draw';
import { buildMeasurementChart } from '../../../shared/charts';
import type { MeasurementChart, MeasurementResult } from '../../../shared/domain/measurement-result';
import { AppError } from '../../../shared/errors';
import { themes } from './cases';
import { hiddenFigure, made, measurementCases, resultOf } from './measurement-fixtures';

const parser = new new JSDOM('').window.DOMParser();
const nb = '\u00a0';

function draw({ result, chart }: { result: MeasurementResult; chart: MeasurementChart }, width = 640) {
  const drawn = drawSpec(buildMeasurementChart(result, chart, { locale: 'es', width, theme: 'light' }));
  const root = parser.parseFromString(drawn.svg, 'application/xml').documentElement;
  return { ...drawn, root, texts: [...root.querySelectorAll('text')].map((text) => text.textContent ?? '') };
}
function caseOf(name: string) {
  const found = measurementCases().find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

describe('charts of counts', () => {
  it.each(measurementCases())(
    'draw $name in every theme, width and language without a broken number',
    (one) => {
      for (const theme of themes) {
        for (const width of [360, 640]) {
          for (const locale of ['es', 'en'] as const) {
            const { svg, alt } = drawSpec(
              buildMeasurementChart(one.result, one.chart, { locale, width, theme }),
            );
            expect(`${svg} ${alt}`).not.toMatch(/NaN|Infinity|undefined|null/);
          }
        }
      }
    },
  );

  it('write each value beside its bar and again in the table', () => {
    const { texts, table } = draw(caseOf('bars by channel'));
    expect(texts).toEqual(expect.arrayContaining(['612', '421', 'Formulario web']));
    expect(table.rows[0]).toEqual(['Oficina de atención en el edificio consistorial', '612']);
  });

  it('show a protected figure as such, with the threshold in the notes', () => {
    const { texts, notes, table } = draw(caseOf('bars by channel'));
    expect(texts.filter((text) => text === 'protegido')).toHaveLength(3);
    expect(table.rows[2]).toEqual(['Tótem', 'protegido']);
    expect(notes[0]).toContain('menos de 10 personas');
    expect(notes).toContain('Datos sintéticos.');
  });

  it('say between two stages what share passes, and nothing where it is hidden', () => {
    const { texts } = draw(caseOf('funnel'));
    expect(texts).toContain(`pasa 43,5${nb}%`);
    expect(texts.filter((text) => text.startsWith('pasa'))).toHaveLength(1);
  });

  it('mark kept, missed and future periods apart', () => {
    const { root, table } = draw(caseOf('schedule'));
    // Two in the legend beside three and nine kept; two missed.
    expect(
      root.querySelectorAll('g[fill="#12436d"] path, g[fill="#12436d"] circle').length,
    ).toBeGreaterThanOrEqual(12);
    expect(table.rows.map((row) => row[2]).filter((state) => state === 'sin reunión')).toHaveLength(2);
    expect(table.rows.at(-1)?.[2]).toBe('después de los datos');
  });

  it('keep their texts inside the drawing', () => {
    for (const one of measurementCases()) {
      const { svg } = draw(one, 360);
      const xs = [...svg.matchAll(/<text[^>]* transform="translate\((-?[\d.]+),/g)].map((match) =>
        Number(match[1]),
      );
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(-1);
      expect(Math.max(...xs)).toBeLessThanOrEqual(361);
    }
  });

  it('are refused where no figure may be shown', () => {
    const result = resultOf([made('a', 'cases', hiddenFigure)], []);
    const chart: MeasurementChart = {
      kind: 'bars',
      measure: 'cases',
      subject: null,
      keys: ['a'],
      target: null,
    };
    expect(() => draw({ result, chart })).toThrow(AppError);
  });
});

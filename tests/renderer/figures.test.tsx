// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableAsTabs } from '../../renderer/charts/copy-figure';
import { PlotFigure } from '../../renderer/charts/PlotFigure';
import { fakeHost } from './support/fake-host';
import { renderScreen } from './support/render-screen';
import { comparisonResult, group, row } from './support/results';

/** jsdom has no layout, so the figure is told the width of its place. */
class WideResizeObserver implements ResizeObserver {
  constructor(private readonly listener: ResizeObserverCallback) {}
  observe(target: Element): void {
    const rect = { x: 0, y: 0, top: 0, left: 0, right: 800, bottom: 400, width: 800, height: 400 };
    const contentRect = { ...rect, toJSON: () => rect };
    this.listener(
      [{ target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] }],
      this,
    );
  }
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  window.ResizeObserver = WideResizeObserver;
});

const answer = comparisonResult([
  row([], { from: 0.6, to: 0.8 }),
  row(group('Escuela 9'), { from: 0.5, to: 0.7 }),
  row(group('Escuela 8'), null),
]);

function renderFigure() {
  const { host } = fakeHost({});
  return renderScreen(
    <PlotFigure kind="dumbbell" input={{ result: answer, indicatorId: null, distribution: null }} />,
    { host },
  );
}

describe('a figure on screen', () => {
  it('has a name and an alternative text that carries its figures', async () => {
    renderFigure();
    const figure = await screen.findByRole('figure', { name: 'Asiste regularmente' });
    await waitFor(() => expect(figure.querySelector('desc')?.textContent).toMatch(/Escuela 9: .*50,0\s%/));
  });

  it('carries nothing of a protected group', async () => {
    renderFigure();
    const figure = await screen.findByRole('figure', { name: 'Asiste regularmente' });
    const description = await waitFor(() => {
      const text = figure.querySelector('desc')?.textContent;
      if (!text) throw new Error('not drawn yet');
      return text;
    });
    const line = /Escuela 8: ([^.]*)\./.exec(description)?.[1] ?? '';
    expect(line).toMatch(/protegido/);
    expect(line.replaceAll(/Diagnóstico 20\d\d|<10/g, '')).not.toMatch(/\d/);
  });

  it('can be read as a table', async () => {
    renderFigure();
    await userEvent.click(await screen.findByRole('button', { name: 'Ver las cifras' }));
    expect(screen.getByRole('rowheader', { name: 'Escuela 9' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ver el gráfico' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('figures copied as text', () => {
  it('fall into the cells of a spreadsheet', () => {
    const table = {
      columns: [
        { label: 'Grupo', isNumeric: false },
        { label: 'Valor', isNumeric: true },
      ],
      rows: [['Escuela\t9', '50,0 %']],
    };
    expect(tableAsTabs(table)).toBe('Grupo\tValor\nEscuela 9\t50,0 %');
  });
});

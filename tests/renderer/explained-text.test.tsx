// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ExplainedText } from '../../renderer/ui/ExplainedText';
import { commissionWords } from '../../shared/text/commission';
import { measurementWords } from '../../shared/text/measurements';
import { fakeHost } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const { minutes } = commissionWords('es');
const { measures, methods } = measurementWords('es');

describe('a text with a word of statistics', () => {
  it.each([
    [minutes.alphaText('0,71', '18'), 'Alfa de Krippendorff'],
    [minutes.iccText('0,60', '', '0,88', '', '18'), 'Correlación intraclase'],
    [minutes.tauNote, 'tau-b de Kendall'],
    [measures.kappa, 'Kappa de Cohen'],
    [measures['median-days'], 'mediana'],
    [measures['difference-in-changes'], 'Diferencia entre ambos cambios'],
    [methods['kaplan-meier'], 'mediana de Kaplan-Meier'],
  ])('keeps «%s» and explains %s where it stands', async (text, word) => {
    const { host } = fakeHost({});
    renderScreen(
      <div data-testid="text">
        <ExplainedText text={text} />
      </div>,
      { host },
    );
    expect(screen.getByTestId('text').textContent).toBe(text);
    await userEvent.click(screen.getByRole('button', { name: word }));
    expect((await screen.findByRole('note')).textContent?.length).toBeGreaterThan(60);
  });

  it('stays as it is where it names none', () => {
    const { host } = fakeHost({});
    renderScreen(<ExplainedText text={measures.cases} />, { host });
    expect(screen.queryByRole('button', { name: measures.cases })).toBeNull();
  });
});

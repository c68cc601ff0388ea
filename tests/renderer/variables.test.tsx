// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import VariablesScreen from '../../renderer/features/variables';
import { findVariables } from '../../renderer/features/variables/variable-words';
import { moveItem } from '../../renderer/ui/OrderedOptions';
import { type FakeAnswers, fakeHost, result } from './support/fake-host';
import { ids, instrument, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const answers: FakeAnswers = {
  'wave.list': () => result('wave.list', { waves: [wave] }),
  'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
};

function renderVariables(path: string, more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Route path="/variables/:id?">
      <VariablesScreen />
    </Route>,
    { host: fake.host, path },
  );
  return { ...fake, ...view };
}

function distribution(status: 'shown' | 'suppressed', notApplicable?: number | null): FakeAnswers {
  const isShown = status === 'shown';
  return {
    'variable.distribution': () =>
      result('variable.distribution', {
        variableId: ids.belonging,
        label: 'Me siento parte de mi escuela',
        isOrdinal: true,
        isMultiple: false,
        options: [
          { value: 'Nunca', label: 'Nunca' },
          { value: 'Siempre', label: 'Siempre' },
        ],
        groups: [
          {
            waveId: ids.wave,
            key: [],
            status,
            n: isShown ? 400 : null,
            missing: isShown ? 5 : null,
            ...(notApplicable === undefined ? {} : { notApplicable }),
            counts: isShown ? [100, 300] : [null, null],
          },
        ],
      }),
  };
}

describe('variables', () => {
  it('teaches where they come from when there are none', async () => {
    const { host } = fakeHost({
      ...answers,
      'instrument.list': () => result('instrument.list', { instruments: [] }),
    });
    renderScreen(<VariablesScreen />, { host });
    expect(await screen.findByRole('heading', { name: 'Aún no hay variables' })).toBeTruthy();
  });

  it('finds questions without minding accents or case, also by their answers', () => {
    expect(findVariables(instrument, 'FEMENINO').map((variable) => variable.name)).toEqual(['sexo']);
    expect(findVariables(instrument, 'mé siento').map((variable) => variable.name)).toEqual(['pertenencia']);
  });

  it('shows counts with their share and the people who answered', async () => {
    renderVariables(`/variables/${ids.belonging}`, distribution('shown'));
    expect(await screen.findByText(/n = 400/)).toBeTruthy();
    expect(screen.getByText(/75,0/)).toBeTruthy();
  });

  it.each([
    [37, 'n = 400 · 5 sin dato · 37 no corresponde'],
    [null, 'n = 400 · 5 sin dato · a otras no corresponde (son muy pocas para decir cuántas)'],
    [0, 'n = 400 · 5 sin dato'],
  ])('tells %s people who were not asked apart from those without an answer', async (count, words) => {
    renderVariables(`/variables/${ids.belonging}`, distribution('shown', count));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('shows a protected group as such and no figure of it', async () => {
    renderVariables(`/variables/${ids.belonging}`, distribution('suppressed'));
    expect(await screen.findByText('Protegido')).toBeTruthy();
    expect(screen.queryByText(/n = /)).toBeNull();
  });

  it('saves the order of a scale changed with the keyboard', async () => {
    const { calls } = renderVariables(`/variables/${ids.belonging}`, {
      ...distribution('shown'),
      'variable.update': () => result('variable.update', instrument),
    });
    const up = await screen.findByRole('button', { name: 'Subir: A veces' });
    up.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar' }));
    await waitFor(() => {
      const sent = calls.find((call) => call.method === 'variable.update')?.input;
      expect(sent).toMatchObject({
        options: [{ value: 'Siempre' }, { value: 'A veces' }, { value: 'Nunca' }],
      });
    });
  });

  it('leaves a list as it is when an item would move out of it', () => {
    expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});

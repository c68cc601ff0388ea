// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { useOtherWindows } from '../../renderer/shell/use-other-windows';
import { tellOtherWindows } from '../../renderer/state/other-windows';

function Listener() {
  useOtherWindows();
  return null;
}

function openWindow(path: string) {
  const answers = new QueryClient();
  answers.setQueryData(['indicator.list', {}], { indicators: [] });
  const place = memoryLocation({ path, record: true });
  render(
    <QueryClientProvider client={answers}>
      <Router hook={place.hook}>
        <Listener />
      </Router>
    </QueryClientProvider>,
  );
  return { answers, at: () => place.history.at(-1) };
}

describe('a second window of the same program', () => {
  it('asks again when the first one changes the project', async () => {
    const { answers, at } = openWindow('/indicadores');
    tellOtherWindows('indicator.save');
    await waitFor(() => {
      expect(answers.getQueryState(['indicator.list', {}])?.isInvalidated).toBe(true);
    });
    expect(at()).toBe('/indicadores');
  });

  it('goes back to the start, with nothing of the former project, when the first one opens another', async () => {
    const { answers, at } = openWindow('/indicadores');
    tellOtherWindows('project.open');
    await waitFor(() => expect(at()).toBe('/inicio'));
    expect(answers.getQueryData(['indicator.list', {}])).toBeUndefined();
  });
});

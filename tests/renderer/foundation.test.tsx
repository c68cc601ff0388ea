// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Shell } from '../../renderer/shell/Shell';
import { loopbackHost, takeToken } from '../../renderer/state/loopback-host';
import { readDay, writeDay } from '../../renderer/ui/day';
import { leastWidth, rowShift, trackIndex } from '../../renderer/ui/table-geometry';
import { createClient } from '../../shared/client';
import { AppError } from '../../shared/errors';
import { texts } from '../../shared/text';
import { locales } from '../../shared/text/catalogue';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { currentProject, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const open: FakeAnswers = {
  'project.current': () => result('project.current', currentProject),
  'project.recent': () => result('project.recent', { recent: [] }),
  'wave.list': () => result('wave.list', { waves: [wave] }),
  'instrument.list': () => result('instrument.list', { instruments: [] }),
};

describe('the shell', () => {
  it('sends the person to choose a project where a screen needs one', async () => {
    const { host } = fakeHost({ 'project.current': () => result('project.current', { project: null }) });
    renderScreen(<Shell />, { host, path: '/mediciones' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Primero abre un proyecto' })).toBeTruthy();
  });

  it('marks the section in view and moves to others with the keyboard', async () => {
    const { host } = fakeHost(open);
    const { path } = renderScreen(<Shell />, { host, path: '/mediciones' });
    await screen.findByRole('heading', { level: 1, name: 'Mediciones' });
    expect(screen.getByRole('link', { name: /^Mediciones/ }).getAttribute('aria-current')).toBe('page');
    await userEvent.keyboard('{Alt>}[Digit3]{/Alt}');
    expect(path()).toBe('/variables');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Variables' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await userEvent.keyboard('g[Digit1]');
    expect(path()).toBe('/inicio');
  });

  it('undoes the last change with Ctrl+Z and says what it undid', async () => {
    const { host } = fakeHost({
      ...open,
      'history.undo': () =>
        result('history.undo', { undone: { entity: 'indicator', action: 'removed', name: 'Pertenencia' } }),
    });
    renderScreen(<Shell />, { host, path: '/mediciones' });
    await screen.findByRole('heading', { level: 1, name: 'Mediciones' });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Se deshizo: eliminar el indicador «Pertenencia»')).toBeTruthy();
  });

  it('words a failed command as a toast', async () => {
    const { host } = fakeHost({ ...open, 'history.undo': () => failure('nothing-to-undo') });
    renderScreen(<Shell />, { host, path: '/mediciones' });
    await screen.findByRole('heading', { level: 1, name: 'Mediciones' });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect((await screen.findByRole('alert')).textContent).not.toContain('nothing-to-undo');
  });

  it('lists every shortcut on "?"', async () => {
    const { host } = fakeHost(open);
    renderScreen(<Shell />, { host, path: '/mediciones' });
    await screen.findByRole('heading', { level: 1, name: 'Mediciones' });
    await userEvent.keyboard('?');
    expect(await screen.findByText('Ir a Mediciones')).toBeTruthy();
  });
});

describe('the loopback host', () => {
  function answerWith(response: (init: RequestInit | undefined) => Promise<Response>): RequestInit[] {
    const requests: RequestInit[] = [];
    vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => {
      requests.push(init ?? {});
      return response(init);
    });
    return requests;
  }

  it('reads frames that arrive in pieces, with letters cut in two', async () => {
    const bytes = new TextEncoder().encode(
      `{"type":"progress","progress":{"stage":"reading","share":null,"done":null,"total":null}}\n` +
        `{"type":"result","value":{"undone":{"entity":"report","action":"changed","name":"Año"}}}\n`,
    );
    const requests = answerWith(async () => {
      const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
      return new Response(
        new ReadableStream({
          pull(controller) {
            const piece = pieces.shift();
            if (piece) controller.enqueue(piece);
            else controller.close();
          },
        }),
      );
    });
    const stages: string[] = [];
    const client = createClient(loopbackHost('secreto').transport);
    const answer = await client.call('history.undo', {}, { onProgress: ({ stage }) => stages.push(stage) });
    expect(answer.undone.name).toBe('Año');
    expect(stages).toEqual(['reading']);
    expect(new Headers(requests[0]?.headers).get('authorization')).toBe('Bearer secreto');
  });

  it('keeps the code of a refusal, and takes a server that is gone for a stopped engine', async () => {
    const client = createClient(loopbackHost('x').transport);
    answerWith(async () => new Response('{"code":"forbidden-origin","details":{}}', { status: 403 }));
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'forbidden-origin' });
    answerWith(async () => new Response('', { status: 401 }));
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'unauthorised' });
    answerWith(async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'engine-stopped' });
  });

  it('drops the request when the call is cancelled', async () => {
    answerWith(
      (init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    const controller = new AbortController();
    const call = createClient(loopbackHost('x').transport).call(
      'history.undo',
      {},
      { signal: controller.signal },
    );
    act(() => controller.abort());
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'cancelled' });
  });

  it('takes the token out of the address and keeps it for the tab', () => {
    window.location.hash = '#token=abc-123';
    expect(takeToken()).toBe('abc-123');
    expect(window.location.hash).toBe('#/inicio');
    expect(takeToken()).toBe('abc-123');
  });
});

describe('a table longer than the browser can lay out', () => {
  it('shows its first and its last row at the ends of the track', () => {
    expect(rowShift(0, 1000, 5000, 20)).toBe(0);
    expect(rowShift(980, 1000, 5000, 20)).toBe(4000);
    expect(rowShift(500, 1000, 1000, 20)).toBe(0);
  });

  it('finds the place of a row on the track', () => {
    expect(trackIndex(2500, 1000, 5000)).toBe(500);
    expect(trackIndex(7, 1000, 1000)).toBe(7);
  });

  it('adds up the least widths of its columns', () => {
    expect(leastWidth(['120px', 'minmax(80px, 1fr)'])).toBe(200);
  });
});

describe('days as they are typed', () => {
  it('reads what Chile writes and refuses days that do not exist', () => {
    expect(readDay('5-6-2023')).toBe('2023-06-05');
    expect(readDay('05/06/2023')).toBe('2023-06-05');
    expect(readDay('2023-06-05')).toBe('2023-06-05');
    expect(readDay('31-02-2023')).toBeNull();
    expect(readDay('mañana')).toBeNull();
    expect(writeDay('2023-06-05')).toBe('05-06-2023');
  });
});

describe('the catalogues', () => {
  it('leave no text of either language empty', () => {
    const empty: string[] = [];
    function visit(value: unknown, path: string): void {
      if (value === '') empty.push(path);
      if (value !== null && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
      }
    }
    for (const locale of locales) visit(texts(locale), locale);
    expect(empty).toEqual([]);
  });
});

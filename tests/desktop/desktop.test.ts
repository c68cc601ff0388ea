import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callInPage } from '../contract/transports/page-call';
import { startTestEngine } from '../support/engine';
import { type EmulatedDesktop, startEmulated } from './start-emulated';

const State = z.object({
  schemes: z.array(z.object({ scheme: z.string(), privileges: z.record(z.string(), z.boolean()) })),
  isSandboxEnabled: z.boolean(),
  dialogs: z.array(z.object({ kind: z.string(), options: z.record(z.string(), z.unknown()) })),
  enginePid: z.number().nullable(),
  windows: z.array(
    z.object({
      options: z.object({ webPreferences: z.record(z.string(), z.unknown()) }).loose(),
      isShown: z.boolean(),
      blocked: z.array(z.string()),
      url: z.string(),
    }),
  ),
});
const MenuItems = z.array(
  z.object({
    id: z.string().optional(),
    label: z.string().optional(),
    accelerator: z.string().optional(),
    role: z.string().optional(),
  }),
);
const Decision = z.object({ request: z.boolean(), check: z.boolean(), device: z.boolean() });

let desktop: EmulatedDesktop;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-desktop-test-'));
  desktop = await startEmulated();
});
afterAll(async () => {
  await desktop?.close();
  await rm(folder, { recursive: true, force: true });
});

async function state(): Promise<z.infer<typeof State>> {
  return State.parse(await desktop.command('state'));
}

async function call(method: string, input: unknown): Promise<string> {
  return desktop.page.evaluate(callInPage, { method, inputJson: JSON.stringify({ input }), cancel: 'never' });
}

describe('the desktop bundles on an emulated electron (this is not Electron)', () => {
  it('opens a sandboxed window that is isolated and has no Node', async () => {
    await expect.poll(async () => (await state()).windows[0]?.isShown).toBe(true);
    const { windows, isSandboxEnabled } = await state();
    expect(isSandboxEnabled).toBe(true);
    expect(windows).toHaveLength(1);
    expect(windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
  });

  it('serves the window from a scheme of its own', async () => {
    const { schemes, windows } = await state();
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(windows[0]?.url).toMatch(/^app:\/\/linea-base\/index\.html/);
  });

  it('shows the page the person works with', async () => {
    await desktop.page.waitForFunction(() => (document.querySelector('#root')?.textContent ?? '').length > 0);
    expect(await desktop.page.title()).toContain('Línea Base');
  });

  it('gives the page its bridge and nothing of Node or Electron', async () => {
    const found = await desktop.page.evaluate(() => ({
      bridge: Object.keys(window.lineaBase ?? {}).sort(),
      leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__emulatedIpc'].filter(
        (name) => Reflect.has(window, name),
      ),
    }));
    expect(found.leaks).toEqual([]);
    expect(found.bridge).toEqual([
      'cancel',
      'onFrame',
      'onMenu',
      'onOpenProject',
      'pickData',
      'pickNewProject',
      'pickProject',
      'saveOutput',
      'stageFile',
      'start',
    ]);
  });

  it('sends a content security policy with the page, under which foreign and inline scripts do not run', async () => {
    const policy = await desktop.page.evaluate(async () => {
      const response = await fetch('/index.html');
      return response.headers.get('content-security-policy') ?? '';
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const ran = await desktop.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      return Reflect.has(window, 'ranInline');
    });
    expect(ran).toBe(false);
  });

  it('serves the built window alone: no path climbs out of it', async () => {
    const statuses = await desktop.page.evaluate(async () => {
      const paths = [
        '/../main/main.js',
        '/..%2fmain%2fmain.js',
        '/%2e%2e/package.json',
        '/nothing.html',
        '/index.html',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([404, 404, 404, 404, 200]);
  });

  it('lets the page go nowhere else and opens no windows', async () => {
    const before = desktop.page.url();
    await desktop.page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    await expect.poll(async () => (await state()).windows[0]?.blocked).toContain('https://example.org/');
    await desktop.page.evaluate(() => window.open('https://example.org/popup'));
    await expect
      .poll(() =>
        desktop.page
          .context()
          .pages()
          .filter((page) => page.url().includes('popup')),
      )
      .toEqual([]);
    expect(desktop.page.url()).toBe(before);
    expect((await state()).windows).toHaveLength(1);
  });

  it.each(['geolocation', 'media', 'notifications', 'usb', 'fileSystem', 'openExternal', 'clipboard-read'])(
    'denies the permission %s',
    async (permission) => {
      const decision = Decision.parse(await desktop.command('permission', permission));
      expect(decision).toEqual({ request: false, check: false, device: false });
    },
  );

  it('allows writing to the clipboard, which copying a chart needs', async () => {
    const decision = Decision.parse(await desktop.command('permission', 'clipboard-sanitized-write'));
    expect(decision).toMatchObject({ request: true, check: true });
  });

  it('drops messages from a frame that is not its own page', async () => {
    const answer = await desktop.command('messageFrom', 'https://example.org/', 'dialog:pick-data');
    expect(answer).toEqual({
      ok: false,
      error: { code: 'forbidden-origin', details: { origin: 'https://example.org' } },
    });
    const inner = await desktop.command('messageFrom', 'app://linea-base/index.html', 'dialog:pick-data');
    expect(inner).toMatchObject({ ok: false, error: { code: 'forbidden-origin' } });
    await expect(desktop.command('sendFrom', 'https://example.org/', 'call:start')).rejects.toThrow(
      'forbidden-origin',
    );
  });

  it('refuses a path that is not absolute', async () => {
    const answer = await desktop.command('messageFrom', 'top', 'file:stage-path', 'package.json');
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('has Spanish menus with keys, and hands each command to the page', async () => {
    const items = MenuItems.parse(await desktop.command('menu'));
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Archivo',
        'Editar',
        'Ver',
        'Ayuda',
        'Nuevo proyecto…',
        'Importar una medición…',
      ]),
    );
    expect(items.find(({ id }) => id === 'new-project')?.accelerator).toBe('CmdOrCtrl+N');
    await desktop.page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'seenCommands', seen);
      window.lineaBase?.onMenu((command) => seen.push(command));
    });
    for (const command of ['import', 'help']) await desktop.command('clickMenu', command);
    await expect
      .poll(() => desktop.page.evaluate(() => Reflect.get(window, 'seenCommands')))
      .toEqual(['import', 'help']);
  });

  it('gives every command of the bridge a place in the menu', async () => {
    const { menuCommands } = await import('../../shared/desktop-bridge');
    const ids = MenuItems.parse(await desktop.command('menu')).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...menuCommands]));
  });

  it('creates a project where the dialog says, with the extension it needs', async () => {
    await desktop.command('answerDialog', { canceled: false, filePath: join(folder, 'nuevo') });
    const fileId = await desktop.page.evaluate(() => window.lineaBase?.pickNewProject('Mi: proyecto'));
    const frames = await call('project.create', { name: 'Nuevo', fileId });
    expect(frames).toContain('"name":"Nuevo"');
    await access(join(folder, 'nuevo.lineabase'));
    const dialog = (await state()).dialogs.at(-1);
    expect(dialog).toMatchObject({ kind: 'save', options: { title: 'Guardar el proyecto nuevo' } });
    expect(String(dialog?.options.defaultPath)).toMatch(/Mi- proyecto\.lineabase$/);
  });

  it('answers null when the person closes a dialog', async () => {
    expect(await desktop.page.evaluate(() => window.lineaBase?.pickProject())).toBeNull();
    expect(await desktop.page.evaluate(() => window.lineaBase?.pickData())).toBeNull();
  });

  it('saves a file the engine wrote where the dialog says', async () => {
    const exported = z
      .array(z.object({ type: z.string(), value: z.object({ fileId: z.string(), name: z.string() }) }))
      .parse(JSON.parse(await call('project.exportFile', {})));
    const target = join(folder, 'copia.lineabase');
    await desktop.command('answerDialog', { canceled: false, filePath: target });
    const isSaved = await desktop.page.evaluate(
      ({ fileId, name }) => window.lineaBase?.saveOutput(fileId, name),
      exported.at(-1)?.value ?? { fileId: '', name: '' },
    );
    expect(isSaved).toBe(true);
    expect((await readFile(target)).length).toBeGreaterThan(1000);
  });

  it('carries the code of a failed dialog to the page', async () => {
    const message = await desktop.page.evaluate(() =>
      window.lineaBase?.saveOutput('fil_nothing', 'x.pdf').catch((error: Error) => error.message),
    );
    expect(message).toBe('linea-base-error:{"code":"file-not-granted","details":{"fileId":"fil_nothing"}}');
  });

  it('opens a project that is double-clicked while the application runs, writable where it lies', async () => {
    const path = join(folder, 'doble-clic.lineabase');
    const test = await startTestEngine();
    await test.client.call('project.create', { name: 'Doble clic', fileId: await test.grant(path, 'write') });
    await test.close();
    await desktop.command('secondInstance', ['linea-base', '--flag', path]);
    await expect
      .poll(() => call('project.current', {}), { timeout: 10_000 })
      .toContain('"name":"Doble clic"');
    expect(await call('project.rename', { name: 'Escrito donde está' })).toContain('"result"');
  });

  it('tells on the page that a double-clicked file is gone', async () => {
    await desktop.command('openFile', join(folder, 'perdido.lineabase'));
    await desktop.page
      .getByText('No se encontró el archivo del proyecto')
      .first()
      .waitFor({ timeout: 10_000 });
    expect(await call('project.current', {})).toContain('"name":"Escrito donde está"');
  });

  it('ends running calls and starts the engine anew when it dies', async () => {
    const before = (await state()).enginePid;
    const path = join(folder, 'grande.csv');
    // Large enough that reading it outlasts the crash on any machine.
    await writeFile(path, `a;b\n${'1;2\n'.repeat(12_000_000)}`);
    await desktop.command('setPaths', [['grande.csv', path]]);
    const pending = desktop.page.evaluate(async () => {
      const bridge = window.lineaBase;
      const staged = await bridge?.stageFile(new File([], 'grande.csv'));
      const ended = new Promise<string>((resolve) => {
        bridge?.onFrame((callId, frame) => {
          const text = JSON.stringify(frame);
          if (callId === 'lost' && !text.includes('"progress"')) resolve(text);
        });
      });
      bridge?.start('lost', 'import.inspect', { fileId: staged?.fileId, corrections: {} });
      Reflect.set(window, 'isCalling', true);
      return ended;
    });
    await desktop.page.waitForFunction(() => Reflect.has(window, 'isCalling'));
    await desktop.command('crashEngine');
    expect(await pending).toContain('engine-stopped');
    await expect.poll(async () => (await state()).enginePid).not.toBe(before);
    await desktop.page.waitForLoadState('load');
    await desktop.page.waitForFunction(() => Reflect.has(window, 'lineaBase'));
    expect(await call('system.info', {})).toContain('"host":"desktop"');
  });
});

describe('leaving the emulated desktop', () => {
  it('keeps the window where it was and ends without leaving the engine behind', async () => {
    const { enginePid } = await state();
    await desktop.command('quit').catch(() => null);
    expect(await desktop.ended).toBe(0);
    const kept = z
      .object({ bounds: z.object({ width: z.number() }), isMaximised: z.boolean() })
      .parse(JSON.parse(await readFile(join(desktop.dataFolder, 'window.json'), 'utf8')));
    expect(kept.bounds.width).toBe(1360);
    expect(() => process.kill(enginePid ?? 0, 0)).toThrow();
  });
});

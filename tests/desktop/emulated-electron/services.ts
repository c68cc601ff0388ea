import type { Route } from 'playwright-core';
import { emulation, pageOrigin, toAppUrl } from './state';

type MenuItem = {
  id?: string;
  label?: string;
  accelerator?: string;
  role?: string;
  click?: () => void;
  submenu?: MenuItem[];
};
type PermissionRequest = (contents: unknown, permission: string, decide: (allowed: boolean) => void) => void;
type PermissionCheck = (contents: unknown, permission: string) => boolean;
type SchemeHandler = (request: Request) => Promise<Response>;

const menu: { items: MenuItem[] } = { items: [] };
const handlers = new Map<string, SchemeHandler>();
const permissions: {
  request: PermissionRequest | null;
  check: PermissionCheck | null;
  device: (() => boolean) | null;
} = {
  request: null,
  check: null,
  device: null,
};

export const Menu = {
  buildFromTemplate: (items: MenuItem[]) => ({ items }),
  setApplicationMenu: (built: { items: MenuItem[] }) => {
    menu.items = built.items;
  },
};

/** Every item of the application's menu, flat. */
export function menuItems(items: MenuItem[] = menu.items): MenuItem[] {
  return items.flatMap((item) => [item, ...menuItems(item.submenu ?? [])]);
}

function answer<T>(kind: 'open' | 'save' | 'message', values: unknown[], fallback: T): Promise<unknown> {
  emulation.dialogs.push({ kind, options: structuredClone(values.at(-1)) });
  return Promise.resolve(emulation.answers.shift() ?? fallback);
}

export const dialog = {
  showOpenDialog: (...values: unknown[]) => answer('open', values, { canceled: true, filePaths: [] }),
  showSaveDialog: (...values: unknown[]) => answer('save', values, { canceled: true, filePath: '' }),
  showMessageBox: (...values: unknown[]) => answer('message', values, { response: 0 }),
  showErrorBox: (title: string, content: string) => {
    emulation.dialogs.push({ kind: 'error', options: { title, content } });
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => {
    emulation.schemes = schemes;
  },
  handle: (scheme: string, handler: SchemeHandler) => {
    handlers.set(scheme, handler);
  },
};

/** Answers a request of a page through the handler of its scheme; everything else has no network. */
export async function answerRoute(route: Route): Promise<void> {
  const url = route.request().url();
  const handler = handlers.get('app');
  if (!url.startsWith(pageOrigin) || handler === undefined) return route.abort('internetdisconnected');
  const response = await handler(new Request(toAppUrl(url), { method: route.request().method() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }],
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      permissions.request = handler;
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      permissions.check = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      permissions.device = handler;
    },
  },
};

/** What the handlers decide on a permission; null for one that was never set. */
export function decide(permission: string): {
  request: boolean | null;
  check: boolean | null;
  device: boolean | null;
} {
  let request: boolean | null = null;
  permissions.request?.(null, permission, (allowed) => {
    request = allowed;
  });
  return {
    request,
    check: permissions.check?.(null, permission) ?? null,
    device: permissions.device?.() ?? null,
  };
}

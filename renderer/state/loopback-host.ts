import { z } from 'zod';
import type { CancelSignal } from '../../shared/cancel';
import type { MethodName } from '../../shared/contract';
import { AppError, type ErrorCode, WireError } from '../../shared/errors';
import { decodeJson, encodeJson, Frame } from '../../shared/wire';
import { toAbortSignal } from './abort';
import { fromBase64, toBase64 } from './base64';
import { downloadBlob } from './download';
import type { HostBridge } from './host';
import { readLines } from './read-lines';

const tokenKey = 'linea-base.token';
const StagedFile = z.object({ fileId: z.string(), name: z.string(), bytes: z.number() });

/** The launch token: taken out of the address the first time, kept for this tab afterwards. */
export function takeToken(): string {
  const found = /^#token=([\w.~+/=-]+)$/.exec(window.location.hash)?.[1];
  if (found === undefined) return sessionStorage.getItem(tokenKey) ?? '';
  sessionStorage.setItem(tokenKey, found);
  window.history.replaceState(null, '', `${window.location.pathname}#/inicio`);
  return found;
}

/** The host reached by HTTP on the loopback interface; `token` goes with every request. */
export function loopbackHost(token: string): HostBridge {
  const authorization = { Authorization: `Bearer ${token}` };

  async function* transport(method: MethodName, input: unknown, signal: CancelSignal): AsyncGenerator<Frame> {
    try {
      const response = await fetch(`/api/call/${method}`, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json' },
        body: encodeJson(input, toBase64),
        signal: toAbortSignal(signal),
      });
      if (!response.ok || response.body === null) throw await refusal(response);
      for await (const line of readLines(response.body)) yield Frame.parse(decodeJson(line, fromBase64));
    } catch (error) {
      yield { type: 'error', error: connectionError(error, signal).toWire() };
    }
  }

  return {
    kind: 'loopback',
    transport,
    async stageFile(file) {
      const response = await fetch(`/api/stage?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/octet-stream' },
        body: file,
      }).catch((error: unknown) => {
        throw connectionError(error, { aborted: false });
      });
      if (!response.ok) throw await refusal(response);
      return StagedFile.parse(await response.json());
    },
    async saveOutput(file) {
      const response = await fetch(`/api/file/${encodeURIComponent(file.fileId)}`, {
        headers: authorization,
      }).catch((error: unknown) => {
        throw connectionError(error, { aborted: false });
      });
      if (!response.ok) throw await refusal(response);
      downloadBlob(await response.blob(), file.name);
      return true;
    },
    dialogs: null,
    onMenu: () => () => undefined,
    onOpenProject: () => () => undefined,
  };
}

function connectionError(error: unknown, signal: { aborted: boolean }): AppError {
  if (error instanceof AppError) return error;
  if (signal.aborted) return new AppError('cancelled');
  return new AppError('engine-stopped', {}, { cause: error });
}

async function refusal(response: Response): Promise<AppError> {
  const text = await response.text().catch(() => '');
  return errorIn(text) ?? new AppError(codeOfStatus(response.status), { status: response.status });
}

function errorIn(text: string): AppError | null {
  try {
    const value: unknown = JSON.parse(text);
    const frame = z.object({ error: WireError }).safeParse(value);
    const error = frame.success ? frame.data.error : WireError.parse(value);
    return new AppError(error.code, error.details);
  } catch {
    return null;
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden-origin';
  if (status === 404) return 'file-missing';
  if (status === 413) return 'payload-too-large';
  if (status === 421) return 'forbidden-host';
  return 'internal';
}

import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '../../../electron/host/base64';
import { decodeJson, encodeJson } from '../../../shared/wire';
import { startEmulated } from '../../desktop/start-emulated';
import { type CallRequest, type ContractTransport, type Outcome, outcomeOf } from '../transport';
import { callInPage } from './page-call';

/** Calls the engine through the preload's bridge, with the production bundles on the emulated electron. */
export async function desktopTransport(projectPath: string): Promise<ContractTransport> {
  const desktop = await startEmulated();
  const project = join(desktop.dataFolder, 'proyecto.lineabase');
  await copyFile(projectPath, project);

  async function call(request: CallRequest): Promise<Outcome> {
    const fileId = request.file === null ? '' : await stage(request.file.name, request.file.content);
    const frames = await desktop.page.evaluate(callInPage, {
      method: request.method,
      inputJson: encodeJson({ input: request.input(fileId) }, toBase64),
      cancel: request.cancel,
    });
    const decoded = decodeJson(frames, fromBase64);
    return outcomeOf(Array.isArray(decoded) ? decoded : []);
  }

  function stage(name: string, content: Uint8Array): Promise<string> {
    return desktop.page.evaluate(
      async ({ fileName, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const staged = await window.lineaBase?.stageFile(new File([bytes], fileName));
        return staged?.fileId ?? '';
      },
      { fileName: name, base64: toBase64(content) },
    );
  }

  await desktop.command('setPaths', [['proyecto.lineabase', project]]);
  const opened = await call({
    method: 'project.openFile',
    input: (fileId) => ({ fileId }),
    file: { name: 'proyecto.lineabase', content: new Uint8Array() },
    cancel: 'never',
    isRefused: false,
  });
  if (opened.ended === 'error')
    throw new Error(`The fixture project did not open: ${JSON.stringify(opened)}`);
  return { name: 'emulated desktop', call, close: desktop.close };
}

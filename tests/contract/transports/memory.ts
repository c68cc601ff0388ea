import { FileId } from '../../../shared/domain/ids';
import type { Frame } from '../../../shared/wire';
import { startTestEngine } from '../../support/engine';
import { type CallRequest, type ContractTransport, type Outcome, outcomeOf } from '../transport';

/** Calls the engine directly. */
export async function memoryTransport(projectPath: string): Promise<ContractTransport> {
  const { engine, client, grant, stage, close } = await startTestEngine();
  await client.call('project.openFile', { fileId: FileId.parse(await grant(projectPath, 'write')) });
  async function call(request: CallRequest): Promise<Outcome> {
    const fileId = request.file === null ? '' : await stage(request.file.name, request.file.content);
    const controller = new AbortController();
    if (request.cancel === 'at-once') controller.abort();
    const frames: Frame[] = [];
    for await (const frame of engine.call(request.method, request.input(fileId), controller.signal)) {
      frames.push(frame);
      if (frame.type === 'progress' && request.cancel === 'at-first-progress') controller.abort();
    }
    return outcomeOf(frames);
  }
  return { name: 'memory', call, close };
}

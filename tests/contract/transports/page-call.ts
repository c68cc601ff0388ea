import type { DesktopBridge } from '../../../shared/desktop-bridge';

declare global {
  interface Window {
    lineaBase?: DesktopBridge<File>;
  }
}

/** Runs in the page: one call over the bridge; its frames as JSON, bytes as `{ "$bytes": base64 }`. */
export function callInPage(request: { method: string; inputJson: string; cancel: string }): Promise<string> {
  const bridge = window.lineaBase;
  if (bridge === undefined) throw new Error('The bridge is not there');
  const { input } = JSON.parse(request.inputJson);
  const callId = crypto.randomUUID();
  const frames: unknown[] = [];
  return new Promise((resolve) => {
    const stop = bridge.onFrame((id, frame) => {
      if (id !== callId || typeof frame !== 'object' || frame === null || !('type' in frame)) return;
      frames.push(frame);
      if (frame.type !== 'progress') {
        stop();
        resolve(
          JSON.stringify(frames, (_key, item) => (item instanceof Uint8Array ? bytesItem(item) : item)),
        );
      } else if (request.cancel === 'at-first-progress') bridge.cancel(callId);
    });
    bridge.start(callId, request.method, input);
    if (request.cancel === 'at-once') bridge.cancel(callId);
  });

  function bytesItem(bytes: Uint8Array): { $bytes: string } {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { $bytes: btoa(text) };
  }
}

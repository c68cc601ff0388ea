import type { MethodName } from '../../shared/contract';

const channelName = 'linea-base.commands';

/** Tells the other windows of this program that a command was carried out here. */
export function tellOtherWindows(method: MethodName): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(method);
  channel.close();
}

/** Calls back with each command that another window carried out; the answer ends the listening. */
export function onOtherWindows(follow: (method: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') follow(event.data);
  });
  return () => channel.close();
}

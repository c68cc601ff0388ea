import { pageOrigin } from './state';

/**
 * The script that stands for Electron's sandboxed preload environment in a page: `require('electron')` gives
 * contextBridge, ipcRenderer and webUtils, and nothing else can be required.
 */
export function pageSide(preloadSource: string): string {
  return `(() => {
  if (window !== window.top || !location.href.startsWith(${JSON.stringify(pageOrigin)})) return;
  const post = window.__emulatedIpc;
  delete window.__emulatedIpc;
  const listeners = new Map();
  const paths = new Map();
  const toBase64 = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const encode = (value) =>
    JSON.stringify(structuredClone(value), (_key, item) => (item instanceof Uint8Array ? { $bytes: toBase64(item) } : item));
  const decode = (text) =>
    JSON.parse(text, (_key, item) => (item !== null && typeof item === 'object' && typeof item.$bytes === 'string' ? fromBase64(item.$bytes) : item));
  Object.defineProperty(window, '__emulatedDeliver', {
    value: (channel, text) => {
      if (channel === '__paths') {
        for (const [name, path] of decode(text)) paths.set(name, path);
        return;
      }
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...decode(text));
    },
  });
  const ipcRenderer = {
    send: (channel, ...values) => void post('send', channel, encode(values)),
    invoke: async (channel, ...values) => {
      const answer = await post('invoke', channel, encode(values));
      if (answer.failed) throw new Error("Error invoking remote method '" + channel + "': " + answer.message);
      return decode(answer.text)[0];
    },
    on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    removeListener: (channel, listener) =>
      void listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)),
  };
  const cross = (value) => (typeof value === 'function' ? wrap(value) : structuredClone(value));
  const wrap = (action) => (...values) => {
    const result = action(...values.map(cross));
    if (!(result instanceof Promise)) return cross(result);
    return result.then(cross, (error) => { throw new Error(error instanceof Error ? error.message : String(error)); });
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      const copy = Object.fromEntries(Object.entries(api).map(([key, value]) => [key, cross(value)]));
      Object.defineProperty(window, name, { value: Object.freeze(copy), enumerable: true });
    },
  };
  const webUtils = {
    getPathForFile: (file) => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile needs a File');
      return paths.get(file.name) ?? '';
    },
  };
  const module = { exports: {} };
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils };
    throw new Error('A sandboxed preload cannot require ' + name);
  };
  (function (exports, require, module) {
${preloadSource}
  })(module.exports, require, module);
})();`;
}

import { pathToFileURL } from 'node:url';

const [, , modulePath, ...words] = process.argv;
process.argv = [process.argv[0], modulePath, ...words];
process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_event, listener) => process.on('message', (data) => listener({ data, ports: [] })),
};
process.on('disconnect', () => process.exit(0));
await import(pathToFileURL(modulePath).href);

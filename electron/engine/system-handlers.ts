import { version } from '@duckdb/node-api';
import type { HandlerMap } from './context';
import { applicationName, applicationVersion } from './version';

export const systemHandlers = {
  'system.info': async (context) => ({
    name: applicationName,
    version: applicationVersion,
    host: context.options.host,
    databaseVersion: version(),
    hasDialogs: context.options.hasDialogs,
  }),
} satisfies HandlerMap;

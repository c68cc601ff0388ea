import type { HandlerMap } from '../context';
import { computePlanning } from './compute';

export const planningHandlers = {
  'planning.compute': async (_context, spec) => computePlanning(spec),
} satisfies HandlerMap;

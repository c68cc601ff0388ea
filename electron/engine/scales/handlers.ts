import type { HandlerMap } from '../context';
import { analyseScales } from './analyse';

export const scaleHandlers = { 'scale.analyse': analyseScales } satisfies HandlerMap;

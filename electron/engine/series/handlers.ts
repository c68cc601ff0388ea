import type { HandlerMap } from '../context';
import { computeSeries } from './compute';

export const seriesHandlers = {
  'series.compute': computeSeries,
} satisfies HandlerMap;

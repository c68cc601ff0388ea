import type { HandlerMap } from '../context';
import { exportChart } from './export';

export const chartHandlers = { 'chart.export': exportChart } satisfies HandlerMap;

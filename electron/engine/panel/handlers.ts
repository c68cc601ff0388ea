import type { HandlerMap } from '../context';
import { describePanel } from './describe';

export const panelHandlers = { 'panel.describe': describePanel } satisfies HandlerMap;

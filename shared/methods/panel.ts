import { PanelResult, PanelSpec } from '../domain/panel';
import { ScaleResult, ScaleSpec } from '../domain/scale';
import { defineMethods } from './define';

/** Panels of the same people, and the scales that indices are made of. */
export const panelMethods = defineMethods({
  'panel.describe': {
    kind: 'query',
    summary: 'Who is in both waves, how those lost differ, and the change with composition held fixed',
    input: PanelSpec,
    output: PanelResult,
  },
  'scale.analyse': {
    kind: 'query',
    summary: 'Consistency of the items of an index in each wave: alpha, item by item',
    input: ScaleSpec,
    output: ScaleResult,
  },
});

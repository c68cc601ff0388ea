import { VariableComparison, VariableComparisonSpec } from '../domain/variable-comparison';
import { defineMethods } from './define';

/** Looking into the answers behind the indicators. */
export const exploreMethods = defineMethods({
  'variable.compare': {
    kind: 'query',
    summary: 'Compare one variable between two waves: distribution, medians, shift, rank or category test',
    input: VariableComparisonSpec,
    output: VariableComparison,
  },
});

import { useMemo } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { ColumnPlan } from '../../../shared/domain/import';
import { type Answer, useQueryMethod } from '../../state/use-query-method';
import type { Reading } from './draft';

export type ColumnTrial = MethodOutput<'import.column'>;

/**
 * What a plan would make of a column, counted over the whole file. Asks again only when something changes that matters
 * to its cells; nothing is asked for a column left out, or without a reading.
 */
export function useColumnTrial(reading: Reading | null, plan: ColumnPlan | null): Answer<'import.column'> {
  const told = plan === null ? '' : JSON.stringify(whatMatters(plan));
  const input = useMemo(() => {
    if (reading === null || told === '') return null;
    const column: ColumnPlan = JSON.parse(told);
    return column.action === 'drop' ? null : { ...reading, column };
  }, [reading, told]);
  return useQueryMethod('import.column', input, { keepsPrevious: true });
}

/** Names and labels change with every key; the cells do not depend on them. */
function whatMatters(plan: ColumnPlan): ColumnPlan {
  const type = plan.action === 'pseudonymise' ? 'identifier' : plan.type;
  return {
    ...plan,
    type,
    label: plan.header.trim() || 'columna',
    name: 'columna',
    unit: null,
    role: 'measure',
  };
}

import { Text } from '@mantine/core';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { MomentBadge } from '../../ui/MomentBadge';
import { wavesWith } from './variable-words';

/** One line a variable: question, type, what it is for, its answers, and the waves that have it. */
export function VariableTable(props: {
  variables: readonly Variable[];
  waves: readonly Wave[];
  openId: string | null;
  onOpen: (variable: Variable) => void;
}) {
  const { common, variables: text } = useTexts();
  const { locale } = useLocale();
  const columns: DataColumn<Variable>[] = [
    {
      key: 'label',
      header: text.list.label,
      width: 'minmax(260px, 2.4fr)',
      render: (variable) => <span title={variable.label}>{variable.label}</span>,
    },
    {
      key: 'type',
      header: text.list.type,
      width: 'minmax(184px, 1fr)',
      render: (variable) => common.variableTypes[variable.type],
    },
    {
      key: 'options',
      header: text.list.options,
      width: 'minmax(190px, 1.6fr)',
      render: (variable) => {
        if (variable.options.length === 0) return variable.unit ? text.list.unit(variable.unit) : '';
        const labels = variable.options
          .map((option) => option.label)
          .join(variable.type === 'ordinal' ? ' → ' : ', ');
        return (
          <Text span size="sm" c="dimmed" title={labels}>
            {variable.options.length > 8
              ? text.list.optionCount(formatNumber(variable.options.length, 0, locale))
              : labels}
          </Text>
        );
      },
    },
    {
      key: 'role',
      header: text.list.role,
      width: 'minmax(170px, 1fr)',
      render: (variable) => (
        <Text span size="sm" c="dimmed">
          {common.roleWords[variable.role]}
        </Text>
      ),
    },
    {
      key: 'waves',
      header: text.list.waves,
      width: 'minmax(110px, 0.6fr)',
      render: (variable) => {
        const found = wavesWith(variable, props.waves);
        return (
          <span title={found.map((wave) => wave.name).join(', ')} style={{ display: 'inline-flex', gap: 12 }}>
            {found.slice(0, 3).map((wave) => (
              <MomentBadge key={wave.id} moment={wave.moment} label="" />
            ))}
            {formatNumber(found.length, 0, locale)}
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      label={text.title}
      columns={columns}
      rowCount={props.variables.length}
      rowAt={(index) => props.variables[index]}
      onRowClick={props.onOpen}
      isSelected={(variable) => variable.id === props.openId}
      maxHeight="calc(100vh - 260px)"
    />
  );
}

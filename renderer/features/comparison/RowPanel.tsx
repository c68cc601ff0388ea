import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { useLocale, useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { ChangeDetail } from './ChangeDetail';
import classes from './detail.module.css';
import { JudgedDirection } from './JudgedDirection';
import { resultRows } from './result-rows';

/** What stands behind one row: figures, method and its reason, test, effect size, and the people. */
export function RowPanel(props: {
  result: ComparisonResult;
  openId: string | null;
  onOpen: (id: string | null) => void;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, openId, onOpen } = props;
  const rows = useMemo(() => resultRows(result, locale), [result, locale]);
  const index = rows.findIndex((row) => row.id === openId);
  const open = rows[index];
  const words = comparison.detail;
  const step = (by: number, label: string, Mark: typeof IconChevronUp) => {
    const next = rows[index + by];
    return (
      <Tooltip label={label}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={label}
          disabled={!next}
          onClick={() => next && onOpen(next.id)}
        >
          <Mark size={18} />
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <SidePanel
      isOpen={open !== undefined}
      onClose={() => onOpen(null)}
      size={560}
      title={open?.indicator.name ?? ''}
      footer={
        <>
          {step(-1, words.previous, IconChevronUp)}
          {step(1, words.next, IconChevronDown)}
        </>
      }
    >
      {open && (
        <>
          <div className={classes.panelHead}>
            <Text fw={500}>{open.isTotal ? comparison.table.everybody : open.label}</Text>
            {open.row.changes[0]?.status === 'shown' && (
              <JudgedDirection change={open.row.changes[0]} confidenceLevel={result.spec.confidenceLevel} />
            )}
            {result.waves.some((wave) => wave.isSynthetic) && <SyntheticBadge />}
          </div>
          {open.row.changes.map((change) => (
            <ChangeDetail
              key={change.followUpWaveId}
              result={result}
              row={open.row}
              change={change}
              indicator={open.indicator}
            />
          ))}
        </>
      )}
    </SidePanel>
  );
}

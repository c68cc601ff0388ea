import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ReceiptColumns } from './ReceiptColumns';
import { ReceiptCounts } from './ReceiptCounts';
import { ReceiptIssues } from './ReceiptIssues';
import { ReceiptMatches } from './ReceiptMatches';
import { ReceiptSetAside } from './ReceiptSetAside';
import { ReceiptSource } from './ReceiptSource';
import classes from './waves.module.css';

/** Proof of what an import did: rows, columns, changes and what could not be converted. */
export function ReceiptView(props: { wave: Wave }) {
  const { common } = useTexts();
  const receipt = useQueryMethod('wave.receipt', { waveId: props.wave.id });
  if (receipt.error) return <ErrorState error={receipt.error} onRetry={receipt.retry} />;
  if (!receipt.data) return <LoadingState label={common.states.loading} progress={receipt.progress} />;
  return (
    <div style={{ marginBlockStart: 28 }}>
      <ReceiptCounts receipt={receipt.data} />
      <div className={classes.columns}>
        <ReceiptSetAside wave={props.wave} receipt={receipt.data} />
        <ReceiptSource receipt={receipt.data} />
      </div>
      <ReceiptColumns receipt={receipt.data} />
      <ReceiptIssues receipt={receipt.data} />
      <ReceiptMatches matches={receipt.data.matches} />
    </div>
  );
}

import { useState } from 'react';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { ReceiptColumns } from './ReceiptColumns';
import { ReceiptCounts } from './ReceiptCounts';
import { ReceiptCrosswalk } from './ReceiptCrosswalk';
import { ReceiptFiles } from './ReceiptFiles';
import { ReceiptIssues } from './ReceiptIssues';
import { ReceiptLater } from './ReceiptLater';
import { ReceiptMatches } from './ReceiptMatches';
import { ReceiptNotices } from './ReceiptNotices';
import { ReceiptSetAside } from './ReceiptSetAside';
import { ReceiptSource } from './ReceiptSource';
import classes from './waves.module.css';

/** Proof of what an import did: rows, what came later, column by column, what asks for a look; the file itself last. */
export function ReceiptView(props: { wave: Wave }) {
  const { common } = useTexts();
  const receipt = useQueryMethod('wave.receipt', { waveId: props.wave.id });
  if (receipt.error) return <ErrorState error={receipt.error} onRetry={receipt.retry} />;
  if (!receipt.data) return <LoadingState label={common.states.loading} progress={receipt.progress} />;
  return <ReceiptParts key={props.wave.id} wave={props.wave} receipt={receipt.data} />;
}

function ReceiptParts(both: { wave: Wave; receipt: Receipt }) {
  const { receipt } = both;
  // Where the rows set aside stand does not change while one looks, so that what came of bringing them back stays.
  const [hasSetAside] = useState(receipt.rowsSetAside > 0);
  return (
    <div style={{ marginBlockStart: 28 }}>
      <ReceiptCounts receipt={receipt} />
      <ReceiptLater {...both} />
      {hasSetAside && <ReceiptSetAside {...both} />}
      <ReceiptColumns {...both} />
      <ReceiptIssues receipt={receipt} />
      <ReceiptNotices receipt={receipt} />
      {receipt.crosswalk.length > 0 ? (
        <ReceiptCrosswalk wave={both.wave} entries={receipt.crosswalk} />
      ) : (
        // Waves of earlier versions have no crosswalk, only what was proposed.
        <ReceiptMatches matches={receipt.matches} />
      )}
      <ReceiptFiles receipt={receipt} />
      <div className={classes.columns}>
        {!hasSetAside && <ReceiptSetAside {...both} />}
        <ReceiptSource {...both} />
      </div>
    </div>
  );
}

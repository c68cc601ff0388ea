import { Button } from '@mantine/core';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import classes from './coding.module.css';
import type { CodingDesk, CodingMeasurement } from './use-coding';

/** Tells of codings that no longer count because their answer changed. */
export function LostNotice(props: { desk: CodingDesk; measurement: CodingMeasurement; coder: string }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const forgetting = useCommand('coding.forget');
  const { announceDeletion } = useHistory();
  const lost = props.desk.data?.progress.lost ?? 0;
  if (lost === 0) return null;
  const message = coding.lost(formatNumber(lost, 0, locale));
  async function forget(): Promise<void> {
    const { measurement, coder } = props;
    const done = await forgetting.run({ measurementId: measurement.id, coder, what: 'lost' });
    if (done) announceDeletion(coding.lostForget);
  }
  return (
    <div className={classes.notice} role="status">
      <p>{message}</p>
      <Button size="compact-sm" variant="default" onClick={() => props.desk.filter({ state: 'changed' })}>
        {coding.lostShow}
      </Button>
      <Button size="compact-sm" variant="subtle" loading={forgetting.isRunning} onClick={() => void forget()}>
        {coding.lostForget}
      </Button>
    </div>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './notice.module.css';

/** Says of a whole table that too few of its figures are reliable for it to be published. */
export function ReliabilityNotice({ result }: { result: ComparisonResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const found = result.reliability;
  if (!found || found.isPublishable) return null;
  const words = comparison.reliability;
  const short = found.lessReliable + found.unreliable;
  return (
    <div className={classes.warning} role="note">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{words.notPublishable}</strong>
        <p>
          {words.notPublishableText(
            formatNumber(short, 0, locale),
            formatNumber(short + found.reliable, 0, locale),
            words.standardNames[found.standard],
          )}
        </p>
      </div>
    </div>
  );
}

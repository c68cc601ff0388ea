import type { CommissionDraft, CommissionResult } from '../../../shared/domain/commission';
import { outcomeSentences } from '../../../shared/text/commission-sentences';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';

/** How many scores came in and what came of them, in the sentences of the minutes. */
export function OutcomeFacts({ form, result }: { form: CommissionDraft; result: CommissionResult }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionUi.result;
  const number = (value: number): string => formatNumber(value, 0, locale);
  return (
    <>
      <p className={classes.sentence}>{words.progress(number(result.given), number(result.due))}</p>
      {form.recognised === null && <p className={classes.sentence}>{words.undecided}</p>}
      {outcomeSentences(form, result, locale).map(({ text, isWarning }) => (
        <p key={text} className={isWarning ? classes.warning : classes.sentence}>
          {text}
        </p>
      ))}
    </>
  );
}

import type { ScoreProblem } from '../../../shared/domain/commission';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';

const mostShown = 40;

/** The scores of a sheet that cannot be taken: where, what was written, and why. */
export function ProblemList({ problems }: { problems: readonly ScoreProblem[] }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionUi.reading;
  const number = (value: number): string => formatNumber(value, 0, locale);
  return (
    <>
      <p className={classes.problemsTitle}>{words.problems(number(problems.length))}</p>
      <ul className={classes.problems}>
        {problems.slice(0, mostShown).map(({ table, line, column, value, reason, other }) => (
          <li key={`${table}/${line}/${column}`}>
            <span className={classes.place}>{words.where(table, String(line), column)}</span>
            {[words.value(value), words.reasons[reason], other === null ? '' : `(${words.other(other)})`]
              .filter(Boolean)
              .join(' ')}
          </li>
        ))}
        {problems.length > mostShown && <li>{words.more(number(problems.length - mostShown))}</li>}
      </ul>
    </>
  );
}

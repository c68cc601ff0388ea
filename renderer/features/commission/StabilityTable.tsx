import type { CommissionDraft, CommissionResult } from '../../../shared/domain/commission';
import { commissionWords } from '../../../shared/text/commission';
import { formatNumber, noFigure } from '../../../shared/text/format';
import { useLocale } from '../../state/preferences';
import { ExplainedText } from '../../ui/ExplainedText';
import classes from './commission.module.css';

/** The order without each evaluator, and with all criteria of equal weight. */
export function StabilityTable({ form, result }: { form: CommissionDraft; result: CommissionResult }) {
  const { locale } = useLocale();
  const words = commissionWords(locale).minutes;
  function names(ids: readonly string[]): string {
    if (form.recognised === null) return noFigure;
    if (ids.length === 0) return words.nobody;
    return ids.map((id) => form.candidates.find((each) => each.id === id)?.name ?? id).join(', ');
  }
  return (
    <section className={classes.frame} aria-label={words.stabilityTable}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.situation}</th>
            <th scope="col" className={classes.number}>
              {words.tau}
            </th>
            <th scope="col">{words.entering}</th>
            <th scope="col">{words.leaving}</th>
          </tr>
        </thead>
        <tbody>
          {result.stability.map(({ evaluatorId, tau, entering, leaving }) => (
            <tr key={evaluatorId ?? ''}>
              <th scope="row">
                {evaluatorId === null
                  ? words.equalWeights
                  : words.without(form.evaluators.find(({ id }) => id === evaluatorId)?.name ?? evaluatorId)}
              </th>
              <td className={classes.number}>{formatNumber(tau, 2, locale)}</td>
              <td>{names(entering)}</td>
              <td>{names(leaving)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.help}>
        <ExplainedText text={words.tauNote} />
      </p>
    </section>
  );
}

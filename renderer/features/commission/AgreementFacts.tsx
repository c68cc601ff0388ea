import type { CommissionDraft, CommissionResult } from '../../../shared/domain/commission';
import { commissionWords } from '../../../shared/text/commission';
import { formatNumber, formatSigned } from '../../../shared/text/format';
import { useLocale } from '../../state/preferences';
import { ExplainedText } from '../../ui/ExplainedText';
import classes from './commission.module.css';

/** How far the evaluators agree, in words, and how severe each one is beside the others. */
export function AgreementFacts({ form, result }: { form: CommissionDraft; result: CommissionResult }) {
  const { locale } = useLocale();
  const words = commissionWords(locale).minutes;
  const { agreement } = result;
  const value = (figure: number): string => formatNumber(figure, 2, locale);
  const range = ({ interval }: { interval: { lower: number; upper: number } }): string =>
    words.rangeText(value(interval.lower), value(interval.upper));
  const { single, average } = agreement;
  return (
    <>
      <p className={classes.sentence}>
        <ExplainedText
          text={
            agreement.alpha === null
              ? words.noAlpha[agreement.reason ?? 'nothing-scored-twice']
              : words.alphaText(value(agreement.alpha), formatNumber(agreement.units, 0, locale))
          }
        />
      </p>
      {single && average && (
        <p className={classes.sentence}>
          <ExplainedText
            text={words.iccText(
              value(single.value),
              range(single),
              value(average.value),
              range(average),
              formatNumber(agreement.complete, 0, locale),
            )}
          />
        </p>
      )}
      <section className={classes.frame} aria-label={words.severity}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.evaluator}</th>
              <th scope="col" className={classes.number}>
                {words.scored}
              </th>
              <th scope="col" className={classes.number}>
                {words.severityColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.evaluators.map((each) => (
              <tr key={each.evaluatorId}>
                <th scope="row">
                  {form.evaluators.find(({ id }) => id === each.evaluatorId)?.name ?? each.evaluatorId}
                </th>
                <td className={classes.number}>
                  {words.progressText(
                    formatNumber(each.scored, 0, locale),
                    formatNumber(each.expected, 0, locale),
                  )}
                </td>
                <td className={classes.number}>{formatSigned(each.severity, 2, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

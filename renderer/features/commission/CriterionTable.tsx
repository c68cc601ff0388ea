import type { CommissionDraft, CommissionResult } from '../../../shared/domain/commission';
import { commissionWords } from '../../../shared/text/commission';
import { byPlace } from '../../../shared/text/commission-sentences';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';

/** The mean score of every practice by each criterion, folded away until it is asked for. */
export function CriterionTable({ form, result }: { form: CommissionDraft; result: CommissionResult }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionWords(locale).minutes;
  const { matrix } = commissionUi.result;
  return (
    <details className={classes.disclosure}>
      <summary>{matrix}</summary>
      <section className={classes.frame} aria-label={matrix}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.candidate}</th>
              {form.criteria.map(({ id, name }) => (
                <th key={id} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byPlace(result.candidates).map(({ candidateId, byCriterion }) => (
              <tr key={candidateId}>
                <th scope="row">
                  {form.candidates.find(({ id }) => id === candidateId)?.name ?? candidateId}
                </th>
                {form.criteria.map(({ id }) => {
                  const found = byCriterion.find(({ criterionId }) => criterionId === id);
                  return (
                    <td key={id} className={classes.number}>
                      {formatNumber(found?.mean ?? null, 2, locale)}
                      {found && found.n < form.evaluators.length && (
                        <small>{words.of(formatNumber(found.n, 0, locale))}</small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.help}>{words.meanOf(formatNumber(form.evaluators.length, 0, locale))}</p>
      </section>
    </details>
  );
}

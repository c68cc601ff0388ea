import type { CandidateResult, CommissionDraft, CommissionResult } from '../../../shared/domain/commission';
import { commissionWords } from '../../../shared/text/commission';
import { byPlace } from '../../../shared/text/commission-sentences';
import { formatNumber, noFigure } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import classes from './commission.module.css';

type Props = { form: CommissionDraft; result: CommissionResult };

/** Every practice by its place, with its score drawn on the scale and the reach of the evaluators' scores. */
export function RankingTable({ form, result }: Props) {
  const { locale } = useLocale();
  const words = commissionWords(locale).minutes;
  return (
    <section className={classes.frame} aria-label={words.ranking}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {words.placeColumn}
            </th>
            <th scope="col">{words.candidate}</th>
            <th scope="col" className={classes.number}>
              {words.score}
            </th>
            <th scope="col">{words.range}</th>
            <th scope="col" className={classes.number}>
              {words.stable}
            </th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {byPlace(result.candidates).map((each) => (
            <RankingRow key={each.candidateId} form={form} each={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RankingRow({ form, each }: { form: CommissionDraft; each: CandidateResult }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const words = commissionWords(locale).minutes;
  const candidate = form.candidates.find(({ id }) => id === each.candidateId);
  const whole = (value: number | null): string => formatNumber(value, 0, locale);
  const score = (value: number | null): string => formatNumber(value, 2, locale);
  const name = candidate?.name ?? each.candidateId;
  const range = each.lowest === null ? noFigure : words.rangeText(score(each.lowest), score(each.highest));
  return (
    <tr data-outcome={each.outcome}>
      <td className={classes.number}>
        {whole(each.place)}
        {each.isTied && <small>{words.tied}</small>}
      </td>
      <th scope="row">
        {name}
        {candidate?.municipality && <small>{candidate.municipality}</small>}
      </th>
      <td className={classes.number}>
        <b>{score(each.score)}</b>
        <small>{words.of(whole(each.evaluators))}</small>
      </td>
      <td>
        <ScoreBar scale={form.scale} each={each} label={commissionUi.result.barOf(name, range)} />
        <small>{range}</small>
      </td>
      <td className={classes.number}>
        {each.bestPlace === null ? noFigure : words.places(whole(each.bestPlace), whole(each.worstPlace))}
      </td>
      <td>
        <Tag {...(each.outcome === 'recognised' ? { tone: 'accent' } : {})} {...toneOf(each)}>
          {words.outcomes[each.outcome]}
        </Tag>
      </td>
    </tr>
  );
}

function toneOf({ outcome }: CandidateResult): { tone?: 'warning' } {
  return outcome === 'tied-at-cut' ? { tone: 'warning' } : {};
}

/** The lowest to the highest evaluator as a line, their mean as a dot, on the commission's own scale. */
function ScoreBar(props: { scale: CommissionDraft['scale']; each: CandidateResult; label: string }) {
  const { scale, each } = props;
  if (each.score === null || each.lowest === null || each.highest === null) return null;
  const at = (value: number): number => 4 + (92 * (value - scale.min)) / (scale.max - scale.min);
  return (
    <svg className={classes.bar} viewBox="0 0 100 12" role="img" aria-label={props.label}>
      <line x1="4" x2="96" y1="6" y2="6" className={classes.track} />
      <line x1={at(each.lowest)} x2={at(each.highest)} y1="6" y2="6" className={classes.reach} />
      <circle cx={at(each.score)} cy="6" r="3.2" className={classes.dot} />
    </svg>
  );
}

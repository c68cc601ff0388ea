import type { PanelResult } from '../../../shared/domain/panel';
import { formatNumber, formatP, noFigure } from '../../../shared/text/format';
import { listOf } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './panel.module.css';
import { compositionLabel } from './panel-rows';

type Weighting = NonNullable<PanelResult['weighting']>;
const decimals = 2;

/** The chance of being found again by who the people were, and the weights it gives. */
export function StayingModel(props: {
  result: PanelResult;
  weighting: Weighting;
  model: NonNullable<Weighting['model']>;
}) {
  const { panel, panelUi } = useTexts();
  const { locale } = useLocale();
  const { result, weighting, model } = props;
  const words = panelUi.weighting;
  const number = (value: number | null): string => formatNumber(value, decimals, locale);
  const { weights } = weighting;
  const kept = weighting.separated.filter(({ side }) => side === 'all').map(({ label }) => label);
  return (
    <div className={classes.model}>
      <p className={classes.note}>{panel.oddsRatioHelp}</p>
      <table className={classes.table} aria-label={words.modelTable}>
        <thead>
          <tr>
            <th scope="col">{words.term}</th>
            <th scope="col">{words.oddsRatio}</th>
            <th scope="col">{words.interval}</th>
          </tr>
        </thead>
        <tbody>
          {model.terms.map((term, place) => (
            <tr key={`${term.variableId} ${term.label}`}>
              <th scope="row">
                {panel.oddsRatio(term.label, term.referenceLabel)}
                {model.terms[place - 1]?.variableId !== term.variableId && (
                  <span className={classes.small}>{compositionLabel(result, term.variableId)}</span>
                )}
              </th>
              <td>{number(term.oddsRatio)}</td>
              <td>
                {term.interval
                  ? words.range(number(term.interval.lower), number(term.interval.upper))
                  : noFigure}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {model.test && <p className={classes.note}>{words.together(formatP(model.test.p, locale))}</p>}
      {weights && (
        <p className={classes.note}>
          {words.weights(
            number(weights.minimum),
            number(weights.maximum),
            formatNumber(model.stayed, 0, locale),
            formatNumber(weights.effectiveN, 0, locale),
          )}
        </p>
      )}
      {kept.length > 0 && <p className={classes.note}>{words.everybody(listOf(kept, locale))}</p>}
      {weighting.joined.map(({ variableId, labels }) => (
        <p key={variableId} className={classes.note}>
          {panel.joined(listOf(labels, locale))}
        </p>
      ))}
    </div>
  );
}

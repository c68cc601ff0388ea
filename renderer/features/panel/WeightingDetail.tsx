import type { PanelDifference, PanelResult } from '../../../shared/domain/panel';
import { formatChange, formatChangeInterval, formatNumber } from '../../../shared/text/format';
import { weightingSentence } from '../../../shared/text/panel-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { DifferenceFacts } from './DifferenceFacts';
import classes from './panel.module.css';
import type { PanelIndicator } from './panel-rows';

/** One change with and without weights for the loss, in a sentence and in figures. */
export function WeightingDetail(props: { result: PanelResult; indicator: PanelIndicator }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { result, indicator } = props;
  const { weighting, composition } = result;
  const row = weighting?.changes.find(({ indicatorId }) => indicatorId === indicator.id);
  if (!weighting || !row) return null;
  const write = ({ change, interval }: PanelDifference): string =>
    change === null
      ? formatChange(null, indicator, locale)
      : `${formatChange(change, indicator, locale)} (${formatChangeInterval(interval, indicator, locale)})`;
  return (
    <>
      <p className={classes.detailSentence}>
        {weightingSentence(weighting, row, indicator, composition, locale)}
      </p>
      <section className={classes.block}>
        <DifferenceFacts
          difference={row.weighted}
          more={[
            ...(row.n === null
              ? []
              : [
                  {
                    name: 'people',
                    term: panelUi.weighting.people,
                    value: formatNumber(row.n, 0, locale),
                  },
                ]),
            { name: 'unweighted', term: panelUi.columns.unweighted, value: write(row.unweighted) },
            { name: 'weighted', term: panelUi.columns.weighted, value: write(row.weighted) },
          ]}
        />
      </section>
    </>
  );
}

import { formatChange, formatChangeInterval, formatSigned, formatValue } from '../../../shared/text/format';
import { attritionSentence, panelReason } from '../../../shared/text/panel-sentences';
import { differenceVerdict } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import { DifferenceFacts } from './DifferenceFacts';
import { levelText } from './level-text';
import { PeopleFigure } from './PanelFigures';
import classes from './panel.module.css';
import type { AttritionRow } from './panel-rows';

/** Those who stayed and those who did not in one indicator or category, in a sentence and in figures. */
export function AttritionDetail({ row }: { row: AttritionRow }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { stayed, left, difference, style } = row;
  const sentence = row.indicator ? attritionSentence(row, row.indicator, locale) : '';
  const faded = differenceVerdict(difference) === 'fades' ? panelUi.summaries.faded : '';
  const category = useCategorySentence(row);
  return (
    <>
      <p className={classes.detailSentence}>
        {sentence || category}
        {faded}
      </p>
      <section className={classes.block}>
        <DifferenceFacts
          difference={difference}
          more={[
            {
              name: 'stayed',
              term: panelUi.columns.stayed,
              value: <PeopleFigure figure={stayed} style={style} />,
            },
            { name: 'left', term: panelUi.columns.left, value: <PeopleFigure figure={left} style={style} /> },
            ...(difference.change === null
              ? []
              : [
                  {
                    name: 'difference',
                    term: panelUi.columns.difference,
                    value: `${formatChange(difference.change, style, locale)} (${formatChangeInterval(difference.interval, style, locale)})`,
                  },
                ]),
          ]}
        />
      </section>
    </>
  );
}

function useCategorySentence({ category, label, stayed, left, difference, style }: AttritionRow): string {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const words = panelUi.summaries;
  if (!category) return '';
  const { variable } = category;
  if (stayed.estimate === null || left.estimate === null) {
    return words.categoryAbsent(variable, label, panelReason(difference.reason ?? 'no-cases', locale));
  }
  const value = (share: number): string => formatValue(share, style, locale);
  const { interval } = difference;
  const range = interval
    ? words.categoryRange(
        formatSigned(interval.lower * 100, style.decimals, locale),
        formatChange(interval.upper, style, locale),
        levelText(interval.level, locale),
      )
    : '';
  return words.category(variable, label, value(stayed.estimate), value(left.estimate)) + range;
}

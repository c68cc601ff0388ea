import type { PanelResult } from '../../../shared/domain/panel';
import { formatChange, formatNumber, formatValue } from '../../../shared/text/format';
import { standardisedSentence } from '../../../shared/text/panel-sentences';
import { listOf } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import type { Fact } from '../../ui/FactList';
import { DifferenceFacts } from './DifferenceFacts';
import classes from './panel.module.css';
import type { PanelIndicator } from './panel-rows';

type Row = PanelResult['standardised'][number];

/** One change with the composition held fixed, and how the observed one splits in two. */
export function StandardisedDetail(props: { result: PanelResult; indicator: PanelIndicator }) {
  const { locale } = useLocale();
  const { result, indicator } = props;
  const row = result.standardised.find(({ indicatorId }) => indicatorId === indicator.id);
  const facts = useFacts(row ?? null, indicator);
  if (!row) return null;
  return (
    <>
      <p className={classes.detailSentence}>
        {standardisedSentence(row, indicator, result.composition, locale)}
      </p>
      <section className={classes.block}>
        <DifferenceFacts difference={row.standardised} more={facts} />
      </section>
    </>
  );
}

function useFacts(row: Row | null, indicator: PanelIndicator): Fact[] {
  const { panel, panelUi } = useTexts();
  const { locale } = useLocale();
  if (row?.status !== 'shown') return [];
  const words = panelUi.standardised;
  const value = (figure: number | null): string => formatValue(figure, indicator, locale);
  const change = (figure: number | null): string => formatChange(figure, indicator, locale);
  const facts: Fact[] = [
    { name: 'baseline', term: panel.columns.baseline, value: value(row.baseline) },
    { name: 'followUp', term: panel.columns.followUp, value: value(row.followUp) },
    { name: 'shifted', term: words.shifted, value: value(row.standardisedFollowUp) },
    { name: 'observed', term: panelUi.columns.observed, value: change(row.observed) },
    { name: 'standardised', term: panelUi.columns.standardised, value: change(row.standardised.change) },
    { name: 'composition', term: panelUi.columns.composition, value: change(row.compositionPart) },
  ];
  if (row.kitagawa) {
    const { change: within, composition } = row.kitagawa;
    facts.push({
      name: 'kitagawa',
      term: words.kitagawa,
      value: words.kitagawaText(change(within), change(composition)),
    });
  }
  const { all, common, joined } = row.strata;
  const count = (groups: number): string => formatNumber(groups, 0, locale);
  facts.push({
    name: 'groups',
    term: words.groups,
    value: [
      words.groupsText(count(common), count(all)),
      ...(joined > 0 ? [panel.joinedStrata(count(joined))] : []),
    ].join('. '),
  });
  for (const [name, labels] of [
    ['onlyBaseline', row.onlyBaseline],
    ['onlyFollowUp', row.onlyFollowUp],
  ] as const) {
    if (labels.length > 0) facts.push({ name, term: words[name], value: listOf(labels, locale) });
  }
  return facts;
}

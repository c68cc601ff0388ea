import type { PanelResult } from '../../../shared/domain/panel';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { flowSentence } from '../../../shared/text/panel-sentences';
import { PanelFlowFigure } from '../../charts/PanelFigures';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { levelText } from './level-text';
import { PanelPartFrame } from './PanelPartFrame';
import classes from './panel.module.css';
import type { PanelDetail } from './panel-rows';

type Flow = NonNullable<PanelResult['flow']>;

/** How many people of the baseline were found again, as sentence, drawing and figures. */
export function FlowPart(props: { result: PanelResult; flow: Flow; onOpen: (detail: PanelDetail) => void }) {
  const { locale } = useLocale();
  const { result, flow } = props;
  const facts = useFacts(flow);
  return (
    <PanelPartFrame part="flow" lead={flowSentence(flow, result.waves, locale)} onOpen={props.onOpen}>
      <PanelFlowFigure result={result} />
      {facts.length > 0 && (
        <div className={classes.facts}>
          <FactList facts={facts} />
        </div>
      )}
    </PanelPartFrame>
  );
}

function useFacts(flow: Flow): Fact[] {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const words = panelUi.flow;
  const { retention, baselineWithoutIdentifier, followUpWithoutIdentifier } = flow;
  if (flow.status === 'suppressed' || retention.estimate === null) return [];
  const { interval } = retention;
  const share = formatPercent(retention.estimate, 1, locale);
  const end = (value: number): string => formatPercent(value, 1, locale);
  const within = interval
    ? `, ${words.retentionInterval(end(interval.lower), end(interval.upper), levelText(interval.level, locale))}`
    : '';
  const facts: Fact[] = [{ name: 'retention', term: words.retention, value: `${share}${within}` }];
  if (baselineWithoutIdentifier !== 0 || followUpWithoutIdentifier !== 0) {
    const count = (people: number | null): string =>
      people === null ? words.few : formatNumber(people, 0, locale);
    facts.push({
      name: 'nameless',
      term: words.withoutIdentifier,
      value: words.withoutIdentifierText(count(baselineWithoutIdentifier), count(followUpWithoutIdentifier)),
    });
  }
  return facts;
}

import type { PanelDifference } from '../../../shared/domain/panel';
import { formatInterval, formatNumber, formatP } from '../../../shared/text/format';
import { panelMethod, panelReason } from '../../../shared/text/panel-sentences';
import { effectName, testName } from '../../../shared/text/statistics';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { Term } from '../../ui/Term';
import { capital } from '../comparison/capital';
import { Explained } from '../comparison/Explained';

const plainStyle = { kind: 'mean', unit: '', decimals: 2 } as const;

/** Method, reason, test, corrected p and effect size of a difference; `more` stands before them. */
export function DifferenceFacts(props: { difference: PanelDifference; more?: readonly Fact[] }) {
  const { comparison, panelUi } = useTexts();
  const { locale } = useLocale();
  const { difference } = props;
  const words = comparison.detail;
  const { name, why } = panelMethod(difference.method, locale);
  const facts: Fact[] = [...(props.more ?? [])];
  if (difference.change !== null) {
    facts.push({ name: 'method', term: words.methodName, value: capital(name) });
    if (why !== '') facts.push({ name: 'why', term: words.reason, value: why });
  }
  if (difference.reason !== null) {
    facts.push({
      name: 'absence',
      term: words.noFigure,
      value: capital(panelReason(difference.reason, locale)),
    });
  }
  if (difference.test) {
    facts.push({
      name: 'test',
      term: <Explained text={words.test} help={words.pHelp} />,
      value: `${capital(testName(difference.test.name, locale))}: ${formatP(difference.test.p, locale)}`,
    });
  }
  if (difference.adjustedP !== null) {
    facts.push({
      name: 'corrected',
      term: <Term name="correction">{panelUi.detail.corrected}</Term>,
      value: panelUi.detail.correctedText(formatP(difference.adjustedP, locale)),
    });
  }
  if (difference.effectSize) {
    const { name: effect, value, interval } = difference.effectSize;
    const within = interval ? ` (${formatInterval(interval, plainStyle, locale)})` : '';
    facts.push({
      name: 'effect',
      term: <Explained text={words.effect} help={words.effectHelp} />,
      value: `${capital(effectName(effect, locale))}: ${formatNumber(value, 2, locale)}${within}`,
    });
  }
  return <FactList facts={facts} />;
}

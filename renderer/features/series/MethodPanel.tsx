import type { SeriesModel, SeriesResult } from '../../../shared/domain/series';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { cautionText, seriesMethodLine } from '../../../shared/text/series-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { SidePanel } from '../../ui/SidePanel';
import classes from './series.module.css';

/** The method of a series, why it is this one, what it supposes and how far it can be trusted. */
export function MethodPanel(props: {
  result: SeriesResult;
  model: SeriesModel;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const { result, model } = props;
  const words = series.method;
  const { line, together, register } = words.assumption;
  const cautious =
    model.cautious === null
      ? words.noCautious
      : words.cautiousText(formatPercent(model.cautious.autocorrelation, 0, locale));
  const facts: Fact[] = [
    { name: 'method', term: words.name, value: seriesMethodLine(result, locale) },
    { name: 'why', term: words.why, value: `${words.whyText} ${words.census}` },
    {
      name: 'assumptions',
      term: words.assumptions,
      value: (
        <ul className={classes.plainList}>
          {[line, together, register].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ),
    },
    { name: 'cautious', term: words.cautious, value: cautious },
  ];
  if (model.durbinWatson !== null) {
    const value = formatNumber(model.durbinWatson, 2, locale);
    facts.push({ name: 'durbin', term: words.durbinWatson, value: words.durbinWatsonText(value) });
  }
  if (result.cautions.length > 0) {
    facts.push({
      name: 'cautions',
      term: words.cautions,
      value: (
        <ul className={classes.plainList}>
          {result.cautions.map((caution) => (
            <li key={caution}>{cautionText(caution, locale)}</li>
          ))}
        </ul>
      ),
    });
  }
  return (
    <SidePanel isOpen={props.isOpen} onClose={props.onClose} title={words.title} size={560}>
      <FactList facts={facts} />
    </SidePanel>
  );
}

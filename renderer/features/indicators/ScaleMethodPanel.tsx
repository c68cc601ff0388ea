import type { ScaleValue, ScaleWave } from '../../../shared/domain/scale';
import { formatNumber } from '../../../shared/text/format';
import { scaleReason } from '../../../shared/text/scale-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { SidePanel } from '../../ui/SidePanel';
import { capital } from '../comparison/capital';
import classes from './scale.module.css';

const decimals = 2;

/** How alpha was calculated, how to read it, and its figures in one wave. */
export function ScaleMethodPanel(props: { scale: ScaleWave; isOpen: boolean; onClose: () => void }) {
  const { comparison, scale: words, scaleUi } = useTexts();
  const facts = useFacts(props.scale);
  return (
    <SidePanel isOpen={props.isOpen} onClose={props.onClose} title={scaleUi.panelTitle} size={560}>
      <section className={classes.block}>
        <FactList facts={facts} />
      </section>
      <section className={classes.block}>
        <h3>{comparison.detail.method}</h3>
        <p>{words.method}</p>
      </section>
      <section className={classes.block}>
        <h3>{scaleUi.reading}</h3>
        <p>{words.alphaHelp}</p>
        {props.scale.alpha.reason === 'not-sampled' && <p>{scaleUi.censusNote}</p>}
      </section>
    </SidePanel>
  );
}

function useFacts(scale: ScaleWave): Fact[] {
  const { scale: words, scaleUi } = useTexts();
  const { locale } = useLocale();
  const { alpha } = scale;
  const number = (value: number | null): string => formatNumber(value, decimals, locale);
  const value = (figure: ScaleValue): string =>
    figure.value === null && figure.reason !== null
      ? capital(scaleReason(figure.reason, locale))
      : number(figure.value);
  const names = words.figures;
  const whole = alpha.interval
    ? scaleUi.range(number(alpha.value), number(alpha.interval.lower), number(alpha.interval.upper))
    : value(alpha);
  const facts: Fact[] = [
    { name: 'alpha', term: names.alpha, value: whole },
    { name: 'standardised', term: names.standardisedAlpha, value: value(scale.standardisedAlpha) },
    { name: 'correlation', term: names.averageCorrelation, value: value(scale.averageCorrelation) },
  ];
  for (const [name, people] of [
    ['complete', scale.complete],
    ['scored', scale.scored],
  ] as const) {
    if (people !== null) facts.push({ name, term: names[name], value: formatNumber(people, 0, locale) });
  }
  return facts;
}

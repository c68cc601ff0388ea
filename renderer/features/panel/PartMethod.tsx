import type { PanelDifference, PanelResult } from '../../../shared/domain/panel';
import { panelMethod } from '../../../shared/text/panel-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { capital } from '../comparison/capital';
import classes from './panel.module.css';
import type { PanelPart } from './panel-rows';

/** What a part does and takes for granted; with `hasMethods` also the methods its figures come from. */
export function PartMethod(props: { result: PanelResult; part: PanelPart; hasMethods: boolean }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { part } = props;
  const words = panelUi.methods[part];
  const used = props.hasMethods ? usedMethods(props.result, part) : [];
  return (
    <section className={classes.block}>
      <h3>{panelUi.method}</h3>
      <p>{words.what}</p>
      <h4>{panelUi.detail.assumes}</h4>
      <ul>
        <li>{words.assumes.first}</li>
        <li>{words.assumes.second}</li>
      </ul>
      {used.length > 0 && (
        <>
          <h4>{panelUi.detail.used}</h4>
          <ul>
            {used.map((method) => {
              const { name, why } = panelMethod(method, locale);
              return (
                <li key={method}>
                  <strong>{capital(name)}.</strong> {why}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** The methods that gave a figure in a part, in the order of its rows. */
export function usedMethods(result: PanelResult, part: PanelPart): string[] {
  const methods = differencesOf(result, part).filter(({ change }) => change !== null);
  return [...new Set(methods.map(({ method }) => method))];
}

function differencesOf(result: PanelResult, part: PanelPart): PanelDifference[] {
  const { attrition, weighting, compositionChange, standardised } = result;
  switch (part) {
    case 'flow':
      return [];
    case 'attrition':
      return [
        ...(attrition?.indicators ?? []),
        ...(attrition?.composition ?? []).flatMap(({ categories }) => categories),
      ].map(({ difference }) => difference);
    case 'weighting':
      return (weighting?.changes ?? []).flatMap(({ unweighted, weighted }) => [weighted, unweighted]);
    case 'composition':
      return compositionChange.flatMap(({ categories }) => categories.map(({ difference }) => difference));
    case 'standardised':
      return standardised.map(({ standardised: difference }) => difference);
  }
}

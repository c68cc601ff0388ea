import type { ColumnMatch, MatchEvidence } from '../../../shared/domain/import';
import type { Variable } from '../../../shared/domain/instrument';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';

const recodesShown = 8;

/** What differs and what the proposal rests on, as sentences, with the answers that would be read as others. */
export function MatchFacts({ match, variable }: { match: ColumnMatch; variable: Variable | undefined }) {
  const { common, crosswalk, import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const { proposal } = match;
  const number = (value: number) => formatNumber(value, 0, locale);
  const labelOf = new Map(variable?.options.map(({ value, label }) => [value, label]));
  const recodes = proposal?.recodes ?? [];
  const hidden = recodes.length - recodesShown;
  const isGuess = recodes.length > 0 && proposal?.recodesApplied === false;
  const typesDiffer = match.typeBefore && match.typeNow && match.typeBefore !== match.typeNow;
  const facts = [
    typesDiffer && match.typeBefore && match.typeNow
      ? text.match.typeChange(common.variableTypes[match.typeBefore], common.variableTypes[match.typeNow])
      : '',
    ...(proposal?.evidence ?? [])
      // What the answers are not by themselves, they may be once they are read as proposed.
      .filter(({ why }) => why !== 'type-refused' || !isGuess)
      .map((evidence) => evidenceOf(evidence)),
    match.optionsAdded.length > 0 ? words.match.optionsAdded(match.optionsAdded.join(', ')) : '',
    match.optionsDropped.length > 0 ? words.match.optionsDropped(match.optionsDropped.join(', ')) : '',
    proposal && proposal.rivals.length > 0
      ? words.match.rivals(proposal.rivals.map(({ label }) => `«${label}»`).join(', '))
      : '',
    isGuess ? words.match.guess : '',
  ].filter((fact) => fact !== '');
  function evidenceOf({ why, details }: MatchEvidence): string {
    const sentence = crosswalk.evidence[why];
    if (why === 'alike-wording')
      // Rounded down: what is not word by word the same is not 100 %.
      return `${sentence.replace(/\.$/, '')} (${text.match.similarity(formatPercent(Math.floor(match.similarity * 100) / 100, 0, locale))}).`;
    const { fits, of } = details;
    return typeof fits === 'number' && typeof of === 'number'
      ? `${sentence} ${words.match.fitsOf(number(fits), number(of))}`
      : sentence;
  }
  return (
    <>
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {recodes.length > 0 && (
        <div className={classes.readAs}>
          <span className={classes.caption}>{words.match.readAs}</span>
          <ul className={classes.pairs}>
            {recodes.slice(0, recodesShown).map(({ from, to }) => (
              <li key={from}>
                «{from}» <span className={classes.arrow}>→</span>{' '}
                {to === null ? words.panel.recodeAsMissing : (labelOf.get(to) ?? to)}
              </li>
            ))}
            {hidden > 0 && <li className={classes.quiet}>{words.match.recodesMore(number(hidden))}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

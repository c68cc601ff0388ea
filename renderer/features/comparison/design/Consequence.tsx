import { samplingFacts } from '../../../../shared/domain/design';
import { chooseMethod } from '../../../../shared/stats/choose-method';
import { methodName, methodReason } from '../../../../shared/text/statistics';
import { useLocale, useTexts } from '../../../state/preferences';
import classes from './design.module.css';
import type { DesignDraft } from './design-draft';

/** The method that follows from the answers, in words, while they are being given. `clusters` null while unknown. */
export function Consequence({ draft, clusters }: { draft: DesignDraft; clusters: number | null }) {
  const { design } = useTexts();
  const { locale } = useLocale();
  const words = design.consequence;
  const { coverage, linkage, sampling } = draft;
  const choose = (kind: 'proportion' | 'mean') =>
    chooseMethod({ kind, coverage, linkage, clusters, ...samplingFacts(sampling) });
  const shares = choose('proportion');
  const means = choose('mean');
  const isOne = shares.change === means.change;
  return (
    <section className={classes.consequence} aria-label={words.title} aria-live="polite">
      <h3>{words.title}</h3>
      <p>
        {isOne ? words.both : words.shares}: {methodName(shares.change, locale)}.
      </p>
      {!isOne && (
        <p>
          {words.means}: {methodName(means.change, locale)}.
        </p>
      )}
      <p className={classes.note}>{methodReason(shares.change, locale)}</p>
      {shares.cautious && <p className={classes.note}>{words.cautious}</p>}
    </section>
  );
}

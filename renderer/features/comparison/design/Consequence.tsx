import { samplingFacts } from '../../../../shared/domain/design';
import { chooseMethod } from '../../../../shared/stats/choose-method';
import { methodName, methodReason } from '../../../../shared/text/statistics';
import { useLocale, useTexts } from '../../../state/preferences';
import classes from './design.module.css';
import type { DesignDraft } from './design-draft';

/** The method that follows from the answers, in words, while they are being given. */
export function Consequence({ draft }: { draft: DesignDraft }) {
  const { design } = useTexts();
  const { locale } = useLocale();
  const words = design.consequence;
  const { coverage, linkage, sampling } = draft;
  const kinds = [
    { name: words.shares, kind: 'proportion' },
    { name: words.means, kind: 'mean' },
  ] as const;
  const methods = kinds.map(({ name, kind }) => ({
    name,
    method: chooseMethod({ kind, coverage, linkage, ...samplingFacts(sampling) }).change,
  }));
  const reason = methods[0] ? methodReason(methods[0].method, locale) : '';
  return (
    <section className={classes.consequence} aria-label={words.title} aria-live="polite">
      <h3>{words.title}</h3>
      {methods.map(({ name, method }) => (
        <p key={name}>
          {name}: {methodName(method, locale)}.
        </p>
      ))}
      <p>{reason}</p>
    </section>
  );
}

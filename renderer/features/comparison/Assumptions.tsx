import { methodAssumptions } from '../../../shared/text/method-assumptions';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './detail.module.css';

/** What a method takes for granted, one plain sentence each. */
export function Assumptions({ method }: { method: string }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const sentences = methodAssumptions(method, locale);
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 className={classes.assumesTitle}>{comparison.detail.assumes}</h4>
      <ul className={classes.assumes}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

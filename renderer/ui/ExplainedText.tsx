import { useTexts } from '../state/preferences';
import { type GlossaryKey, Term } from './Term';

/** Words of statistics that sentences and headings name; one that holds another comes before it. */
const named = [
  'kaplan-meier',
  'difference-in-changes',
  'kappa',
  'alpha',
  'icc',
  'tau',
  'median',
] as const satisfies readonly GlossaryKey[];

/** A finished text in which the first word of statistics has its explanation where it stands. */
export function ExplainedText({ text }: { text: string }) {
  const { glossary } = useTexts().common;
  for (const name of named) {
    const word = new RegExp(glossary[name].term.replaceAll(/['’]/g, "['’]"), 'i').exec(text);
    if (word) {
      const end = word.index + word[0].length;
      return (
        <>
          {text.slice(0, word.index)}
          <Term name={name}>{word[0]}</Term>
          {text.slice(end)}
        </>
      );
    }
  }
  return <>{text}</>;
}

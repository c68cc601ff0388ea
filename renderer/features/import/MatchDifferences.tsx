import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { MatchRow } from './MatchRow';
import { choose, decidedTogether, matchesToDecide, offeredAnswer } from './match-choices';
import type { ImportWork } from './use-import-draft';

const shownFirst = 60;

/** Every difference that asks for a decision, those of thin evidence first; the others can be accepted together. */
export function MatchDifferences({ work, repeated }: { work: ImportWork; repeated: readonly number[] }) {
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const [shown, setShown] = useState(shownFirst);
  const { choices } = work.draft;
  const all = matchesToDecide(work.matches, work.ownColumns);
  const together = decidedTogether(all, choices);
  if (all.length === 0) {
    return <Text mb="xl">{text.match.allSame}</Text>;
  }
  function acceptTogether(): void {
    const decided = together.reduce(
      (found, match) =>
        match.source === null ? found : choose(found, match.source, { answer: offeredAnswer(match) }),
      choices,
    );
    work.change({ choices: decided });
  }
  const rows = all.slice(0, shown);
  return (
    <Section
      title={words.match.title}
      aside={
        together.length > 0 && (
          <Button variant="light" onClick={acceptTogether}>
            {words.match.acceptAll(
              formatCount(together.length, words.match.proposal, words.match.proposals, locale),
            )}
          </Button>
        )
      }
    >
      {rows.map((match) => (
        <MatchRow
          key={match.source}
          match={match}
          work={work}
          isRepeated={match.source !== null && repeated.includes(match.source)}
        />
      ))}
      {all.length > shown && (
        <Button variant="subtle" mt={12} onClick={() => setShown(shown + shownFirst)}>
          {words.match.showMore(formatNumber(all.length - shown, 0, locale))}
        </Button>
      )}
    </Section>
  );
}

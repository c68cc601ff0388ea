import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeDirection, ComparisonResult } from '../../../shared/domain/comparison';
import { type Caveat, caveatOf } from '../../../shared/text/caveats';
import { formatNumber } from '../../../shared/text/format';
import { resultSentence } from '../../../shared/text/sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { DirectionMark } from '../../ui/DirectionMark';
import classes from './comparison.module.css';
import { rowId, totals } from './result-rows';

const order = ['improved', 'worsened', 'no-clear-change', 'not-judged'] as const;
const shownAtFirst = { improved: 3, worsened: 3, 'no-clear-change': 1, 'not-judged': 1 } as const;

/** What improved, what worsened and what is unclear for everybody together, each in a sentence. */
export function Headline(props: { result: ComparisonResult; onOpen: (rowId: string) => void }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result } = props;
  const all = totals(result);
  if (all.length === 0) return <p className={classes.notice}>{comparison.result.noResult}</p>;
  return (
    <div className={classes.headline}>
      {order.map((direction) => {
        const sentences = all
          .filter(({ change }) => change.direction === direction)
          .map(({ row, change, indicator }) => ({
            key: `${row.indicatorId}|${change.followUpWaveId}`,
            rowId: rowId(row),
            indicator: indicator.name,
            caveat: caveatOf(change, result.spec.confidenceLevel),
            text: resultSentence(row, change, indicator, result.waves, locale),
          }));
        if (sentences.length === 0) return null;
        return (
          <Sentences
            key={direction}
            direction={direction}
            sentences={sentences}
            onOpen={props.onOpen}
            limit={shownAtFirst[direction]}
          />
        );
      })}
    </div>
  );
}

type Sentence = { key: string; rowId: string; indicator: string; text: string; caveat: Caveat | null };

function Sentences(props: {
  direction: ChangeDirection;
  sentences: readonly Sentence[];
  onOpen: (rowId: string) => void;
  limit: number;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const [isAll, setAll] = useState(false);
  const { sentences, limit } = props;
  const shown = isAll ? sentences : sentences.slice(0, limit);
  const words = comparison.result;
  return (
    <section className={classes.sentences}>
      <h3>
        <DirectionMark direction={props.direction} />
        <span className={classes.count}>{formatNumber(sentences.length, 0, locale)}</span>
      </h3>
      <ul className={classes.sentenceList}>
        {shown.map((sentence) => (
          <li key={sentence.key}>
            {sentence.text}{' '}
            {sentence.caveat && (
              <span className={classes.caveat}>{comparison.caveats[sentence.caveat].sentence} </span>
            )}
            <Anchor
              component="button"
              type="button"
              className={classes.methodLink}
              aria-label={comparison.methods.openOne(sentence.indicator)}
              onClick={() => props.onOpen(sentence.rowId)}
            >
              {comparison.methods.open}
            </Anchor>
          </li>
        ))}
      </ul>
      {sentences.length > limit && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          onClick={() => setAll(!isAll)}
          aria-expanded={isAll}
        >
          {isAll ? words.showLess : words.showAll(formatNumber(sentences.length, 0, locale))}
        </Button>
      )}
    </section>
  );
}

import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { differenceSentences } from '../../shared/text/crosswalk-sentences';
import { formatNumber } from '../../shared/text/format';
import { useLocale, useTexts } from '../state/preferences';
import classes from './states.module.css';

const mostAtOnce = 3;

/** What changed between waves in the questions a result rests on, each said once; nothing where all were put alike. */
export function QuestionChanges({ result }: { result: Parameters<typeof differenceSentences>[0] }) {
  const { crosswalk } = useTexts();
  const { locale } = useLocale();
  const [isOpen, all] = useDisclosure(false);
  const sentences = differenceSentences(result, locale);
  if (sentences.length === 0) return null;
  const text = crosswalk.onScreen;
  return (
    <div className={classes.questionChanges} role="note" aria-label={text.title}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{text.title}</strong>
        <ul>
          {sentences.slice(0, isOpen ? sentences.length : mostAtOnce).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {sentences.length > mostAtOnce && (
          <Anchor component="button" type="button" size="sm" aria-expanded={isOpen} onClick={all.toggle}>
            {isOpen ? text.less : text.all(formatNumber(sentences.length, 0, locale))}
          </Anchor>
        )}
      </div>
    </div>
  );
}

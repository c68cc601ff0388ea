import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Receipt } from '../../../shared/domain/wave';
import { noticeWords } from '../../../shared/text/source-notice-words';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import classes from './waves.module.css';

/** What the reader noticed in the file, what asks for a look first; nothing where there is nothing. */
export function ReceiptNotices(props: { receipt: Receipt }) {
  const { receipt: text, sourceNotices } = useTexts();
  const { locale } = useLocale();
  const worded = props.receipt.notices
    .toSorted((left, right) => Number(right.severity === 'attention') - Number(left.severity === 'attention'))
    .map((notice) => ({ notice, words: noticeWords(notice, sourceNotices, locale) }))
    .filter(({ words }) => words !== '');
  if (worded.length === 0) return null;
  return (
    <Section title={text.noticesTitle}>
      <ul className={classes.notices}>
        {worded.map(({ notice, words }) => {
          const isForAttention = notice.severity === 'attention';
          const Sign = isForAttention ? IconAlertTriangle : IconInfoCircle;
          return (
            <li key={`${notice.code} ${words}`} data-attention={isForAttention || undefined}>
              <Sign
                size={18}
                stroke={1.6}
                role="img"
                aria-label={isForAttention ? text.attention : text.information}
              />
              <span>{words}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

import { Text } from '@mantine/core';
import type { InstrumentGap } from '../../../shared/methods/template';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './templates.module.css';

const shown = 12;

/** Which questions a file or a wave does not answer, and what cannot be computed without them; quiet where nothing is lost. */
export function GapNote({ gap, wave }: { gap: InstrumentGap; wave: string | null }) {
  const { templates } = useTexts();
  const { locale } = useLocale();
  const text = templates.data;
  const missing = gap.questions.length;
  if (missing === 0) return null;
  const [count, of] = [formatNumber(missing, 0, locale), formatNumber(gap.of, 0, locale)];
  const lost = [...gap.indicators, ...gap.measurements];
  return (
    <section className={classes.notice} data-tone={lost.length > 0 ? 'warning' : 'quiet'}>
      <Text fw={600}>
        {wave === null ? text.gapFile(missing, count, of) : text.gap(missing, count, of, wave)}
      </Text>
      <Text size="sm">{text.gapQuestions(listed(gap.questions))}</Text>
      <Text size="sm">{lost.length > 0 ? text.gapLost(listed(lost)) : text.gapNothingLost}</Text>
      <Text size="sm">{text.gapKept}</Text>
    </section>
  );
}

function listed(names: readonly string[]): string {
  const rest = names.length - shown;
  const first = names.slice(0, shown).map((name) => `«${name}»`);
  return rest > 0 ? `${first.join(', ')} … (+${rest})` : first.join(', ');
}

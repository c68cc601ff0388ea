import { Alert, Text } from '@mantine/core';
import type { InstrumentGap } from '../../../shared/methods/template';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

const shown = 12;

/** Which questions a file or a wave does not answer, and what cannot be computed without them. */
export function GapNote({ gap, wave }: { gap: InstrumentGap; wave: string | null }) {
  const { templates } = useTexts();
  const { locale } = useLocale();
  const text = templates.data;
  if (gap.questions.length === 0) return null;
  const [missing, of] = [gap.questions.length, gap.of].map((count) => formatNumber(count, 0, locale));
  const lost = [...gap.indicators, ...gap.measurements];
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      title={wave === null ? text.gapFile(missing ?? '', of ?? '') : text.gap(missing ?? '', of ?? '', wave)}
    >
      <Text size="sm">{text.gapQuestions(listed(gap.questions))}</Text>
      <Text size="sm">{lost.length > 0 ? text.gapLost(listed(lost)) : text.gapNothingLost}</Text>
      <Text size="sm">{text.gapKept}</Text>
    </Alert>
  );
}

function listed(names: readonly string[]): string {
  const rest = names.length - shown;
  const first = names.slice(0, shown).map((name) => `«${name}»`);
  return rest > 0 ? `${first.join(', ')} … (+${rest})` : first.join(', ');
}

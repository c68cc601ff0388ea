import { Text } from '@mantine/core';
import type { WaveEvidence } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

/** What one thing of the wave was proposed from; nothing where it was not. */
export function WaveReason(props: { aspect: WaveEvidence['aspect']; evidence: readonly WaveEvidence[] }) {
  const { importReading } = useTexts();
  const { locale } = useLocale();
  const found = props.evidence.find(({ aspect }) => aspect === props.aspect);
  if (!found) return null;
  const words = importReading.wave[found.why]((name) => {
    const detail = found.details[name];
    return typeof detail === 'number' ? formatNumber(detail, 0, locale) : (detail ?? '');
  });
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {words}
    </Text>
  );
}

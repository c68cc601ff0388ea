import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './comparison.module.css';

/** Says how many rows of each wave stand for nobody and were left out of a weighted sample. */
export function WeightlessNote({ result }: { result: ComparisonResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const left = (result.samples ?? []).filter((sample) => sample.weightless > 0);
  if (left.length === 0) return null;
  const nameOf = (id: string) => result.waves.find((wave) => wave.id === id)?.name ?? '';
  return (
    <p className={classes.privacy}>
      {left
        .map(({ waveId, weightless }) =>
          comparison.result.weightless(formatNumber(weightless, 0, locale), nameOf(waveId)),
        )
        .join(' ')}
    </p>
  );
}

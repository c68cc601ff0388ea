import type { ChangeResult } from '../../../shared/domain/comparison';
import { caveatOf, caveatText } from '../../../shared/text/caveats';
import { useLocale } from '../../state/preferences';
import { DirectionMark } from '../../ui/DirectionMark';
import classes from './comparison.module.css';

/** Whether a change is for the better, and below it what takes that back: the correction, or the prudent calculation. */
export function JudgedDirection(props: { change: ChangeResult; confidenceLevel: number }) {
  const { locale } = useLocale();
  const { change, confidenceLevel } = props;
  const caveat = caveatText(caveatOf(change, confidenceLevel), 'short', locale);
  return (
    <span className={classes.judgement}>
      <DirectionMark direction={change.direction} />
      {caveat !== '' && <span className={classes.caveat}>{caveat}</span>}
    </span>
  );
}

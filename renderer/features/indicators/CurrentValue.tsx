import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainInterval, plainValue } from '../../ui/plain-figures';
import { draftFields } from './indicator-form';
import classes from './indicators.module.css';

/** The indicator in one wave, everybody together: value, then interval and n in small. */
export function CurrentValue(props: { indicator: Indicator; wave: Wave; waves: readonly Wave[] }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const { indicator, wave } = props;
  const needed = indicatorVariables(indicator);
  const asked = props.waves.filter((each) => needed.every((id) => each.variableIds.includes(id)));
  const isAsked = asked.includes(wave);
  const answer = useQueryMethod(
    'indicator.preview',
    isAsked ? { indicator: draftFields(indicator), waveIds: asked.map((each) => each.id) } : null,
    { keepsPrevious: true },
  );
  if (!isAsked) return <span className={classes.small}>{indicators.live.notAsked}</span>;
  if (!answer.data) return <span className={classes.small}>…</span>;
  const style = answer.data.result.indicators[0];
  const row = answer.data.result.rows.find((each) => each.key.length === 0);
  const cell = row?.cells.find((each) => each.waveId === wave.id);
  if (!style || !cell || cell.status === 'empty') {
    return <span className={classes.small}>{indicators.live.noAnswers}</span>;
  }
  if (cell.status === 'suppressed') return <ProtectedFigure />;
  return (
    <span className={classes.current}>
      <span className={classes.currentValue}>{plainValue(cell.estimate, style, locale)}</span>
      <span className={classes.small}>
        {cell.interval && `${plainInterval(cell.interval, style, locale)} · `}n{' '}
        {formatNumber(cell.n, 0, locale)}
      </span>
    </span>
  );
}

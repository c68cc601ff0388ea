import { useTexts } from '../../../state/preferences';
import classes from './reading.module.css';

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** The twelve months, those in which the practice runs filled; nothing where none is told. */
export function MonthStrip(props: { months: readonly number[] }) {
  const { practices, registry } = useTexts();
  if (props.months.length === 0) return null;
  const active = months.filter((month) => props.months.includes(Number(month)));
  const label = registry.reading.activeMonths(active.map((month) => practices.monthsShort[month]).join(', '));
  return (
    <div className={classes.months} role="img" aria-label={label}>
      {months.map((month) => (
        <span key={month} data-on={active.includes(month) || undefined}>
          {practices.monthsShort[month]}
        </span>
      ))}
    </div>
  );
}

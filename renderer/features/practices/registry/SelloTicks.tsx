import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { type SelloLine, selloLines } from '../../../../shared/domain/practice';
import { useTexts } from '../../../state/preferences';
import classes from './reading.module.css';

/** The five lines of the Sello, ticked as in the document. */
export function SelloTicks(props: { lines: readonly SelloLine[] }) {
  const { practices, registry } = useTexts();
  return (
    <ul className={classes.ticks}>
      {selloLines.map((line) => {
        const isOn = props.lines.includes(line);
        const Sign = isOn ? IconSquareCheckFilled : IconSquare;
        return (
          <li key={line} data-on={isOn || undefined}>
            <Sign size={17} stroke={1.5} aria-label={isOn ? registry.matrix.yes : registry.matrix.no} />
            {practices.selloLineNames[line]}
          </li>
        );
      })}
    </ul>
  );
}

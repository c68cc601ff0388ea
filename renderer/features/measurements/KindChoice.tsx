import { Link } from 'wouter';
import { measurementKinds } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { kindIcons } from './kind-icons';
import classes from './measurements.module.css';

/** The questions that a count can answer, in plain words with an example each. */
export function KindChoice() {
  const { measurementsUi } = useTexts();
  return (
    <ul className={classes.choices}>
      {measurementKinds.map((kind) => {
        const Sign = kindIcons[kind];
        const { question, example } = measurementsUi.kinds[kind];
        return (
          <li key={kind}>
            <Link href={`/recuentos/nuevo/${kind}`} className={classes.choice}>
              <Sign size={20} stroke={1.6} aria-hidden />
              <span className={classes.choiceQuestion}>{question}</span>
              <span className={classes.choiceExample}>{example}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

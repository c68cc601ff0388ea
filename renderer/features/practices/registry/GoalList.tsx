import type { Classified } from '../../../../shared/domain/practice';
import { useTexts } from '../../../state/preferences';
import { ReadingField } from './RecordReading';
import classes from './reading.module.css';

/** Numbered objectives, those of the source apart from those proposed here; none are not shown. */
export function GoalList(props: {
  title: string;
  goals: Classified;
  names: Readonly<Record<string, string>>;
}) {
  const { practices } = useTexts();
  const { stated, proposed } = props.goals;
  if (stated.length + proposed.length === 0) return null;
  const goals = [
    ...stated.map((number) => ({ number, isOurs: false })),
    ...proposed.map((number) => ({ number, isOurs: true })),
  ];
  return (
    <ReadingField title={props.title}>
      <ul className={classes.goals}>
        {goals.map(({ number, isOurs }) => (
          <li key={`${number} ${isOurs}`}>
            <strong>{number}</strong> {props.names[number]}
            {isOurs && <span className={classes.ours}>{practices.ours}</span>}
          </li>
        ))}
      </ul>
    </ReadingField>
  );
}

import type { EvidenceProblem } from '../../../shared/domain/evidence';
import { useTexts } from '../../state/preferences';
import classes from './evidence.module.css';

/** What broke or outdated a link, each with what to do about it; the same advice is given once. */
export function EvidenceProblems(props: { problems: readonly EvidenceProblem[] }) {
  const { evidence } = useTexts();
  if (props.problems.length === 0) return null;
  const told = props.problems.map((problem) => evidence.problems[problem]);
  const advice = [...new Set(told.map((each) => each.advice))];
  return (
    <p className={classes.problems}>
      {told.map(({ what }) => what).join(' ')} <strong>{advice.join(' ')}</strong>
    </p>
  );
}

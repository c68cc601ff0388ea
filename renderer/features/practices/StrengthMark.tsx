import { Tooltip } from '@mantine/core';
import { type EvidenceStrength, evidenceStrengths } from '../../../shared/domain/evidence';
import { useTexts } from '../../state/preferences';
import classes from './evidence.module.css';

/** The rung of a claim on the ladder of evidence: five steps, and the same in words. */
export function StrengthMark(props: { strength: EvidenceStrength }) {
  const { evidence } = useTexts();
  const words = evidence.strength;
  const place = evidenceStrengths.indexOf(props.strength);
  const of = String(evidenceStrengths.length);
  return (
    <Tooltip label={words.meanings[props.strength]} multiline maw={300}>
      <span className={classes.strength}>
        <span className={classes.steps} aria-hidden>
          {evidenceStrengths.map((strength, index) => (
            <span key={strength} data-reached={index <= place || undefined} />
          ))}
        </span>
        {words.rung(String(place + 1), of, words.names[props.strength])}
      </span>
    </Tooltip>
  );
}

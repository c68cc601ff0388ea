import type { ClaimEvidence } from '../../../shared/contract';
import type { Claim } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { ClaimEvidenceView } from './ClaimEvidenceView';
import { ClaimTools } from './ClaimTools';
import classes from './practices.module.css';

/** One claim, edited in place, with what it rests on beside it. */
export function ClaimRow(props: {
  claim: Claim;
  number: number;
  evidence: ClaimEvidence | null;
  isLoading: boolean;
  onChange: (change: Partial<Claim>) => void;
  onRemove: () => void;
  onLink: () => void;
}) {
  const { practices } = useTexts();
  const { claim } = props;
  const words = practices.claims;
  return (
    <li className={classes.claim}>
      <div className={classes.claimText}>
        <InlineText
          look="text"
          isSingleLine
          label={words.textOf(String(props.number))}
          placeholder={words.placeholder}
          maxLength={500}
          value={claim.text}
          onChange={(text) => props.onChange({ text })}
        />
        <ClaimTools claim={claim} onChange={props.onChange} onRemove={props.onRemove} onLink={props.onLink} />
      </div>
      <ClaimEvidenceView claim={claim} evidence={props.evidence} isLoading={props.isLoading} />
    </li>
  );
}

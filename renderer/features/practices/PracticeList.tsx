import type { Practice } from '../../../shared/domain/practice';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { LinkLine, LinkList } from '../../ui/LinkList';
import { EvidenceSummary } from './EvidenceSummary';

/** The records of the project, each with how many of its claims hold. */
export function PracticeList(props: { practices: readonly Practice[] }) {
  return (
    <LinkList>
      {props.practices.map((practice) => (
        <PracticeLine key={practice.id} practice={practice} />
      ))}
    </LinkList>
  );
}

function PracticeLine(props: { practice: Practice }) {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const { announceDeletion } = useHistory();
  const { run } = useCommand('practice.remove');
  const { practice } = props;
  const evidence = useQueryMethod('practice.evidence', { practiceId: practice.id });
  const count = practice.claims.length;
  const facts = [
    practice.municipality,
    practice.dates.text,
    count === 1 ? practices.oneClaim : practices.claimsCount(formatNumber(count, 0, locale)),
  ].filter((part) => part !== '');
  async function remove(): Promise<void> {
    if (await run({ practiceId: practice.id })) announceDeletion(practices.deleted(practice.title));
  }
  return (
    <LinkLine
      href={`/practicas/${practice.id}`}
      title={practice.title}
      facts={facts}
      state={count > 0 && evidence.data && <EvidenceSummary claims={evidence.data.claims} />}
      onDelete={() => void remove()}
    />
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Practice } from '../../../shared/domain/practice';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';
import { EvidenceSummary } from './EvidenceSummary';
import classes from './practices.module.css';

/** The records of the project, each with how many of its claims hold. */
export function PracticeList(props: { practices: readonly Practice[] }) {
  return (
    <ul className={classes.list}>
      {props.practices.map((practice) => (
        <PracticeLine key={practice.id} practice={practice} />
      ))}
    </ul>
  );
}

function PracticeLine(props: { practice: Practice }) {
  const { common, practices } = useTexts();
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
  const label = `${common.actions.delete}: ${practice.title}`;
  return (
    <li className={classes.line}>
      <Link href={`/practicas/${practice.id}`} className={classes.lineLink}>
        <span className={classes.lineTitle}>{practice.title}</span>
        <span className={classes.lineFacts}>{facts.join(' · ')}</span>
      </Link>
      {count > 0 && evidence.data && <EvidenceSummary claims={evidence.data.claims} />}
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => void remove()}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

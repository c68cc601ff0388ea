import { Anchor, Button, Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { PracticeId } from '../../../shared/domain/ids';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { Section } from '../../ui/Section';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import classes from './templates.module.css';

/** A record of a commission leads on to a commission with its score sheet, ready to score; those made of it are named. */
export function CommissionOffer({ practiceId, criteria }: { practiceId: PracticeId; criteria: number }) {
  const { templates } = useTexts();
  const text = templates.commission;
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const { run, isRunning } = useCommand('commission.fromTemplate');
  const made = (useQueryMethod('commission.list', {}).data?.commissions ?? []).filter(
    (each) => each.practiceId === practiceId,
  );
  async function make(hasSampleScores: boolean): Promise<void> {
    const commission = await run({ practiceId, hasSampleScores, locale });
    if (!commission) return;
    navigate(`/practicas/comisiones/${commission.id}/${hasSampleScores ? 'resultado' : 'preparar'}`);
  }
  return (
    <Section title={text.title}>
      <Text className={classes.lead}>{text.text(formatNumber(criteria, 0, locale))}</Text>
      <div className={classes.buttons}>
        <Button loading={isRunning} onClick={() => void make(false)}>
          {text.make}
        </Button>
        <Button variant="default" loading={isRunning} onClick={() => void make(true)}>
          {text.sample}
        </Button>
      </div>
      {made.length > 0 && (
        <ul className={classes.list} aria-label={text.made}>
          {made.map(({ id, name, isSynthetic }) => (
            <li key={id}>
              <Anchor component={Link} href={`/practicas/comisiones/${id}`}>
                {name}
              </Anchor>
              {isSynthetic && <SyntheticBadge />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

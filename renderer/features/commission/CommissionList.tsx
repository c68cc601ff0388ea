import type { Commission } from '../../../shared/domain/commission';
import { formatDate, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { LinkLine, LinkList } from '../../ui/LinkList';
import { SyntheticBadge } from '../../ui/SyntheticBadge';

/** The commissions, each with its size and its day. */
export function CommissionList(props: { commissions: readonly Commission[] }) {
  return (
    <LinkList>
      {props.commissions.map((commission) => (
        <CommissionLine key={commission.id} commission={commission} />
      ))}
    </LinkList>
  );
}

function CommissionLine({ commission }: { commission: Commission }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const { announceDeletion } = useHistory();
  const { run } = useCommand('commission.remove');
  const count = (items: readonly unknown[]): string => formatNumber(items.length, 0, locale);
  async function remove(): Promise<void> {
    if (await run({ commissionId: commission.id })) announceDeletion(commissionUi.deleted(commission.name));
  }
  return (
    <LinkLine
      href={`/practicas/comisiones/${commission.id}`}
      title={commission.name}
      facts={[
        commissionUi.facts(count(commission.candidates), count(commission.evaluators)),
        commission.date ? formatDate(commission.date, locale) : commissionUi.undated,
      ]}
      state={commission.isSynthetic && <SyntheticBadge />}
      onDelete={() => void remove()}
    />
  );
}

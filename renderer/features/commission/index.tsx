import { Button } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useLocation, useParams } from 'wouter';
import { emptyCommission } from '../../../shared/domain/commission';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { RegistryTabs } from '../practices/registry/RegistryTabs';
import { CommissionList } from './CommissionList';
import { CommissionPage } from './CommissionPage';

/** The commissions of the project. */
export default function CommissionsScreen() {
  const { common, commissionUi } = useTexts();
  const list = useQueryMethod('commission.list', {});
  const commissions = list.data?.commissions ?? [];
  const { empty } = commissionUi;
  return (
    <Page title={common.sections.practices} purpose={commissionUi.purpose} actions={<CreateButton />}>
      <RegistryTabs current="commissions" />
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {list.data && commissions.length === 0 && (
        <EmptyState icon={IconScale} title={empty.title} steps={[empty.first, empty.second, empty.third]}>
          {empty.text}
        </EmptyState>
      )}
      {commissions.length > 0 && <CommissionList commissions={commissions} />}
    </Page>
  );
}

function CreateButton() {
  const { commissionUi } = useTexts();
  const [, navigate] = useLocation();
  const { run, isRunning } = useCommand('commission.save');
  async function create(): Promise<void> {
    const commission = emptyCommission(commissionUi.newName);
    const saved = await run({ commissionId: null, commission });
    if (saved) navigate(`/practicas/comisiones/${saved.id}`);
  }
  return (
    <Button
      loading={isRunning}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void create()}
    >
      {commissionUi.create}
    </Button>
  );
}

/** The commission in the address. */
export function CommissionScreen() {
  const { common, commissionUi } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('commission.list', {});
  const commission = list.data?.commissions.find((each) => each.id === id);
  if (commission) return <CommissionPage key={commission.id} commission={commission} />;
  return (
    <Page
      title={list.data ? common.states.notFoundTitle : commissionUi.title}
      {...(list.data ? { purpose: commissionUi.missing } : {})}
      back={{ href: '/practicas/comisiones', label: commissionUi.title }}
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        list.isLoading && <LoadingState />
      )}
    </Page>
  );
}

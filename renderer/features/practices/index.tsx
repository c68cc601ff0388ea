import { Button } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { PracticeRecord } from './PracticeRecord';
import { emptyPractice } from './practice-form';
import { projectEntries } from './registry/entry';
import { RegistryMenu } from './registry/RegistryMenu';
import { RegistryTabs } from './registry/RegistryTabs';
import { RegistryView } from './registry/RegistryView';

export { CatalogueRecordScreen, CatalogueScreen } from './registry/CataloguePage';
export { CompareScreen } from './registry/ComparePage';

/** The good-practice records of the project: the registry. */
export default function PracticesScreen() {
  const { common, registry } = useTexts();
  const list = useQueryMethod('practice.list', {});
  const records = list.data?.practices;
  const entries = useMemo(() => projectEntries(records ?? []), [records]);
  return (
    <Page
      title={common.sections.practices}
      purpose={registry.ownPurpose}
      actions={
        <>
          <RegistryMenu practices={records ?? []} />
          <CreateButton />
        </>
      }
    >
      <RegistryTabs current="own" />
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {records?.length === 0 && (
        <EmptyState
          icon={IconCertificate}
          title={registry.empty.title}
          actions={
            <Button component={Link} href="/practicas/catalogo">
              {registry.catalogue.browse}
            </Button>
          }
        >
          {registry.empty.text}
        </EmptyState>
      )}
      {entries.length > 0 && <RegistryView entries={entries} />}
    </Page>
  );
}

function CreateButton() {
  const { practices, registry } = useTexts();
  const [, navigate] = useLocation();
  const { run, isRunning } = useCommand('practice.save');
  async function create(): Promise<void> {
    const record = await run({ practiceId: null, practice: emptyPractice(practices.newTitle) });
    if (record) navigate(`/practicas/${record.id}`);
  }
  return (
    <Button
      loading={isRunning}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void create()}
    >
      {registry.create}
    </Button>
  );
}

/** The record in the address. */
export function PracticeScreen() {
  const { common, practices } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('practice.list', {});
  const practice = list.data?.practices.find((each) => each.id === id);
  if (practice) return <PracticeRecord key={practice.id} practice={practice} />;
  return (
    <Page
      title={list.data ? common.states.notFoundTitle : common.sections.practices}
      {...(list.data ? { purpose: practices.missing } : {})}
      back={{ href: '/practicas', label: common.sections.practices }}
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        list.isLoading && <LoadingState />
      )}
    </Page>
  );
}

import { Button } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useLocation, useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { PracticeList } from './PracticeList';
import { PracticeRecord } from './PracticeRecord';
import { emptyPractice } from './practice-form';

const shippedRecord = 'los-andes';
const shippedMunicipality = 'Los Andes';

/** The good-practice records of the project. */
export default function PracticesScreen() {
  const { common, practices } = useTexts();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const list = useQueryMethod('practice.list', {});
  const saving = useCommand('practice.save');
  const seeding = useCommand('practice.addSeed');
  const records = list.data?.practices ?? [];
  const hasShipped = records.some((record) => record.municipality === shippedMunicipality);
  async function create(): Promise<void> {
    const record = await saving.run({ practiceId: null, practice: emptyPractice(practices.newTitle) });
    if (record) navigate(`/practicas/${record.id}`);
  }
  async function addShipped(): Promise<void> {
    const record = await seeding.run({ slug: shippedRecord });
    if (!record) return;
    say(practices.seedAdded(record.title));
    navigate(`/practicas/${record.id}`);
  }
  const shipped = (
    <Button variant="default" loading={seeding.isRunning} onClick={() => void addShipped()}>
      {practices.addSeed}
    </Button>
  );
  const blank = (
    <Button
      loading={saving.isRunning}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void create()}
    >
      {practices.create}
    </Button>
  );
  const { steps } = practices.empty;
  return (
    <Page
      title={common.sections.practices}
      purpose={practices.purpose}
      actions={
        records.length > 0 && (
          <>
            {!hasShipped && shipped}
            {blank}
          </>
        )
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {list.data && records.length === 0 && (
        <EmptyState
          icon={IconCertificate}
          title={practices.empty.title}
          steps={[steps.first, steps.second, steps.third]}
          actions={
            <>
              {blank}
              {shipped}
            </>
          }
        >
          {practices.empty.text}
        </EmptyState>
      )}
      {records.length > 0 && <PracticeList practices={records} />}
    </Page>
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

import { Text } from '@mantine/core';
import type { VaultEvent } from '../../../shared/methods/vault';
import { formatCount, formatInstant } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';

/** What was done with the identities, latest first. */
export function VaultAudit() {
  const { people, vault } = useTexts();
  const { locale } = useLocale();
  const text = vault.audit;
  const answer = useQueryMethod('vault.audit', {});
  const events = answer.data?.events ?? [];
  const where = ({ waveId, waveName }: VaultEvent): string =>
    waveId === null ? text.all : (waveName ?? text.goneWave);
  const columns: DataColumn<VaultEvent>[] = [
    {
      key: 'when',
      header: text.when,
      width: '188px',
      render: (event) => formatInstant(event.happenedAt, locale),
    },
    {
      key: 'what',
      header: text.what,
      width: 'minmax(272px, 1fr)',
      render: (event) =>
        [
          text.actions[event.action],
          event.people === null ? null : formatCount(event.people, people.person, people.people, locale),
        ]
          .filter(Boolean)
          .join(': '),
    },
    { key: 'where', header: text.where, width: 'minmax(184px, 1fr)', render: where },
    {
      key: 'why',
      header: text.why,
      width: 'minmax(200px, 2fr)',
      render: (event) =>
        event.reason || (
          <Text span size="sm" c="dimmed">
            {text.noReason}
          </Text>
        ),
    },
  ];
  return (
    <Section title={text.title}>
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState />}
      {answer.data && events.length === 0 && <Text c="dimmed">{text.none}</Text>}
      {events.length > 0 && (
        <>
          <Text c="dimmed" mb={12}>
            {text.text}
          </Text>
          <DataTable
            label={text.table}
            columns={columns}
            rowCount={events.length}
            rowAt={(index) => events[index]}
            maxHeight={360}
          />
        </>
      )}
    </Section>
  );
}

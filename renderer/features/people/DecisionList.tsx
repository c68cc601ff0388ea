import { Button, Text } from '@mantine/core';
import type { PersonLink } from '../../../shared/domain/people';
import { formatInstant, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import classes from './people.module.css';

/** Every decision about who is the same person, latest first, with a way to take it back. */
export function DecisionList(props: { names: ReadonlyMap<string, string> }) {
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.decisions;
  const answer = useQueryMethod('people.links', {});
  const unlink = useCommand('people.unlink');
  const showDone = useDoneToast();
  const links = [...(answer.data?.links ?? [])].reverse();
  const number = (value: number) => formatNumber(value, 0, locale);
  function placesOf({ places, changes }: PersonLink): string {
    if (places.length === 0) return text.rows(number(changes.length));
    return places
      .map(({ waveId, line }) => text.place(props.names.get(waveId) ?? text.goneWave, number(line)))
      .join(' · ');
  }
  async function takeBack(link: PersonLink): Promise<void> {
    if (await unlink.run({ linkId: link.id })) showDone(text.takenBack);
  }
  const columns: DataColumn<PersonLink>[] = [
    {
      key: 'what',
      header: text.what,
      width: 'minmax(260px, 2fr)',
      render: (link) => (
        <>
          {text.kinds[link.kind]}
          <span className={classes.secondLine} title={placesOf(link)}>
            {placesOf(link)}
          </span>
        </>
      ),
    },
    {
      key: 'why',
      header: text.why,
      width: 'minmax(200px, 2fr)',
      render: (link) => <span title={link.reason}>{link.reason}</span>,
    },
    {
      key: 'who',
      header: text.who,
      width: 'minmax(200px, 1.5fr)',
      render: (link) => (
        <>
          <span title={link.decidedBy}>{link.decidedBy}</span>
          <span className={classes.secondLine}>{formatInstant(link.decidedAt, locale)}</span>
        </>
      ),
    },
    {
      key: 'take-back',
      header: '',
      width: '120px',
      align: 'end',
      render: (link) => (
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={unlink.isRunning}
          aria-label={text.takeBackOf(`${text.kinds[link.kind]}, ${placesOf(link)}`)}
          onClick={() => void takeBack(link)}
        >
          {text.takeBack}
        </Button>
      ),
    },
  ];
  return (
    <Section title={text.title}>
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState />}
      {answer.data && links.length === 0 && <Text c="dimmed">{text.none}</Text>}
      {links.length > 0 && (
        <DataTable
          label={text.table}
          columns={columns}
          rowCount={links.length}
          rowAt={(index) => links[index]}
          rowHeight={60}
          maxHeight={400}
        />
      )}
    </Section>
  );
}

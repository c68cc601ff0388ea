import { Text } from '@mantine/core';
import type { PeopleOverview } from '../../../shared/domain/people';
import { formatCount, formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';

type Identified = PeopleOverview['waves'][number];

/** How many people each wave identifies and how many are found again: a sentence for each later wave, then the figures. */
export function PeopleSummary(props: { overview: PeopleOverview; names: ReadonlyMap<string, string> }) {
  const { overview, names } = props;
  const { people } = useTexts();
  const { locale } = useLocale();
  const text = people.summary;
  const nameOf = (id: string) => names.get(id) ?? '';
  const number = (value: number) => formatNumber(value, 0, locale);
  const again = (waveId: string): string => {
    if (waveId === overview.flows[0]?.baselineWaveId) return text.first;
    const flow = overview.flows.find(({ followUpWaveId }) => followUpWaveId === waveId);
    return flow ? number(flow.both) : '';
  };
  const figure = (
    key: 'rows' | 'withIdentifier' | 'withoutIdentifier' | 'wrongCheckDigit' | 'repeated',
    header: string,
    width: string,
  ): DataColumn<Identified> => ({ key, header, width, align: 'end', render: (wave) => number(wave[key]) });
  const foundAgain: DataColumn<Identified> = {
    key: 'again',
    header: text.again,
    width: '112px',
    align: 'end',
    render: ({ waveId }) => again(waveId),
  };
  const columns: DataColumn<Identified>[] = [
    { key: 'name', header: text.wave, width: 'minmax(200px, 2fr)', render: ({ waveId }) => nameOf(waveId) },
    figure('rows', text.rows, '84px'),
    figure('withIdentifier', text.identified, '136px'),
    ...(overview.flows.length > 0 ? [foundAgain] : []),
    figure('withoutIdentifier', text.without, '136px'),
    figure('wrongCheckDigit', text.wrongDigit, '128px'),
    figure('repeated', text.repeated, '104px'),
  ];
  return (
    <Section title={text.title}>
      {overview.flows.map((flow) => {
        const before = flow.both + flow.onlyBaseline;
        const baseline = nameOf(flow.baselineWaveId);
        const followUp = nameOf(flow.followUpWaveId);
        const both = formatCount(flow.both, people.person, people.people, locale);
        return (
          <Text key={flow.followUpWaveId} size="lg" mb={8}>
            {flow.both === 0
              ? text.notFound(baseline, followUp)
              : text.found(both, baseline, followUp, formatPercent(flow.both / before, 0, locale))}
          </Text>
        );
      })}
      {overview.flows.length === 0 && <Text mb={8}>{people.none.oneWave}</Text>}
      <Text c="dimmed" mb={16}>
        {overview.identifier && text.by(overview.identifier.label)}
        {overview.links > 0 &&
          ` ${text.linked}: ${text.joined(formatCount(overview.links, people.person, people.people, locale))}`}
      </Text>
      <DataTable
        label={text.table}
        columns={columns}
        rowCount={overview.waves.length}
        rowAt={(index) => overview.waves[index]}
      />
      <Text size="sm" c="dimmed" mt={12} maw="80ch">
        {text.help}
      </Text>
    </Section>
  );
}

import type { Client } from '../../../shared/client';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import { formatChange, formatChangeInterval, formatP, formatPercent } from '../../../shared/text/format';
import { markdownTable } from './markdown';

const indicatorName = 'Está con matrícula provisoria';

/** The example of the guide: one indicator of the open demonstration under four designs, among all indicators compared. */
export async function fourDesignsMarkdown(client: Client): Promise<string> {
  const { comparisons } = await client.call('comparison.list', {});
  const { instruments } = await client.call('instrument.list', {});
  const spec = comparisons[0]?.spec;
  const school = instruments.flatMap(({ variables }) => variables).find(({ label }) => label === 'RBD');
  if (!spec || !school) throw new Error('the demonstration has comparisons and schools');
  const designs: readonly (readonly [string, Partial<ComparisonSpec>])[] = [
    ['Muestra de las mismas personas, elegidas de a una', {}],
    [
      'Muestra de las mismas personas, con las 13 escuelas como conglomerados',
      { sampling: { ...simpleSampling, clusterId: school.id } },
    ],
    ['Muestras de personas distintas, elegidas de a una', { linkage: 'independent' }],
    ['Censo de las mismas personas', { coverage: 'census' }],
  ];
  const rows: string[][] = [];
  for (const [name, more] of designs) {
    const { sampling: _, ...plain } = spec;
    rows.push([name, ...(await figuresOf(client, { ...plain, ...more }))]);
  }
  return markdownTable(
    ['Diseño declarado', '2023', '2024', 'Cambio', 'Intervalo de 95 %', 'p', 'p corregida'],
    rows,
  );
}

async function figuresOf(client: Client, spec: ComparisonSpec): Promise<string[]> {
  const { rows, indicators } = await client.call('comparison.compute', spec);
  const indicator = indicators.find(({ name }) => name === indicatorName);
  const change = rows.find(({ indicatorId, key }) => indicatorId === indicator?.id && key.length === 0)
    ?.changes[0];
  if (!indicator || !change) throw new Error(`the demonstration compares «${indicatorName}»`);
  const { baseline, followUp, interval, test, adjusted } = change;
  return [
    formatPercent(baseline.estimate, 1, 'es'),
    formatPercent(followUp.estimate, 1, 'es'),
    formatChange(change.change, indicator, 'es'),
    interval ? formatChangeInterval(interval, indicator, 'es') : 'exacto',
    test ? formatP(test.p, 'es') : 'no corresponde',
    adjusted ? formatP(adjusted.p, 'es') : 'no corresponde',
  ];
}

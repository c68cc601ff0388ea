import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber, formatP } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';
import { Term } from '../../ui/Term';
import classes from './comparison.module.css';
import { Disclosure } from './Disclosure';
import { type FamilyKind, type FamilyRow, familyRows } from './family-rows';

const kinds = ['declared', 'exploration'] as const;

/** All tests of the comparison with their corrected p: the declared questions apart from what is exploration. */
export function FamilySection(props: { result: ComparisonResult; onOpen: (rowId: string) => void }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result } = props;
  const [chosen, choose] = useState<FamilyKind>('declared');
  const words = comparison.family;
  const tests = result.families ?? { declared: 0, exploration: 0 };
  const rows = useMemo(
    () => ({
      declared: familyRows(result, 'declared', locale),
      exploration: familyRows(result, 'exploration', locale),
    }),
    [result, locale],
  );
  const columns = useColumns(result);
  if (rows.declared.length + rows.exploration.length < 2) return null;
  const count = (kind: FamilyKind) => formatNumber(tests[kind], 0, locale);
  const family = rows[chosen].length > 0 ? chosen : (kinds.find((each) => rows[each].length > 0) ?? chosen);
  const shown = rows[family];
  return (
    <Section title={<Term name="correction">{words.title}</Term>}>
      <p className={classes.reading}>{words.explanation}</p>
      <Disclosure label={words.open(formatNumber(rows.declared.length + rows.exploration.length, 0, locale))}>
        {rows.declared.length > 0 && rows.exploration.length > 0 && (
          <SegmentedControl
            size="xs"
            mb="sm"
            aria-label={words.kind}
            value={family}
            onChange={(kind) => choose(kind === 'exploration' ? 'exploration' : 'declared')}
            data={kinds.map((kind) => ({ value: kind, label: words[kind](count(kind)) }))}
          />
        )}
        <p className={classes.aboutFamily}>
          {family === 'declared' ? words.declaredText(count(family)) : words.explorationText(count(family))}
        </p>
        <DataTable
          label={words.title}
          columns={columns}
          rowCount={shown.length}
          rowAt={(index) => shown[index]}
          maxHeight={480}
          onRowClick={(row) => props.onOpen(row.rowId)}
        />
      </Disclosure>
    </Section>
  );
}

function useColumns(result: ComparisonResult): DataColumn<FamilyRow>[] {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const words = comparison.family;
    const hasGroups = result.breakdown.length > 0;
    const hasWaves = result.spec.followUpWaveIds.length > 1;
    return [
      {
        key: 'indicator',
        header: words.indicator,
        width: 'minmax(220px, 2fr)',
        render: (row) => row.indicator.name,
      },
      ...(hasGroups
        ? [
            {
              key: 'group',
              header: words.group,
              width: 'minmax(140px, 1fr)',
              render: (row: FamilyRow) => row.group || comparison.table.everybody,
            },
          ]
        : []),
      ...(hasWaves
        ? [
            {
              key: 'wave',
              header: words.wave,
              width: 'minmax(140px, 1fr)',
              render: (row: FamilyRow) => row.waveName,
            },
          ]
        : []),
      { key: 'p', header: words.p, width: '110px', align: 'end', render: (row) => formatP(row.p, locale) },
      {
        key: 'adjusted',
        header: words.adjusted,
        width: '130px',
        align: 'end',
        render: (row) => <strong>{formatP(row.adjusted.p, locale)}</strong>,
      },
      {
        key: 'verdict',
        header: words.verdict,
        width: 'minmax(200px, 1fr)',
        render: (row) => (
          <span className={classes.verdict} data-verdict={row.verdict}>
            {words.verdicts[row.verdict]}
          </span>
        ),
      },
    ] satisfies DataColumn<FamilyRow>[];
  }, [result, comparison, locale]);
}

import { useEffect, useMemo, useState } from 'react';
import { compareKeys } from '../../../shared/charts/rows';
import type { Comparison, ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import type { Claim, EvidenceLink, Practice } from '../../../shared/domain/practice';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import { useLocale } from '../../state/preferences';
import { type Answer, useQueryMethod } from '../../state/use-query-method';

type ComparisonBlock = Extract<ReportBlock, { kind: 'comparison' }>;
export type LinkChoice = {
  reports: readonly Report[];
  report: Report | null;
  comparisons: readonly Comparison[];
  comparison: Comparison | null;
  answer: Answer<'comparison.compute'>;
  indicatorId: string | null;
  rows: readonly ComparisonRow[];
  row: ComparisonRow | null;
  followUpWaveId: string | null;
  choose: (choice: Partial<Chosen>) => void;
  link: EvidenceLink | null;
  cut: ComparisonResult | null;
};
type Chosen = {
  reportId: string | null;
  comparisonId: string | null;
  indicatorId: string | null;
  rowKey: string | null;
  followUpWaveId: string | null;
};
const nothing: Chosen = {
  reportId: null,
  comparisonId: null,
  indicatorId: null,
  rowKey: null,
  followUpWaveId: null,
};

/** Names a group by its variables and values. */
export function rowKeyOf(row: Pick<ComparisonRow, 'key'>): string {
  return row.key.map((part) => `${part.variableId}=${part.value ?? ''}`).join('|');
}

/** What can be linked to a claim, step by step: each step offers only what the one before contains. */
export function useLinkChoice(claim: Claim | null, practice: Practice): LinkChoice {
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const claimId = claim?.id ?? null;
  const evidence = claim?.evidence ?? null;
  useEffect(() => {
    if (claimId === null) return;
    setChosen(evidence?.kind === 'comparison' ? { ...evidence, rowKey: rowKeyOf(evidence) } : nothing);
  }, [claimId, evidence]);
  const listed = useQueryMethod('report.list', {}).data?.reports;
  const known = useQueryMethod('comparison.list', {}).data?.comparisons;

  const reports = useMemo(
    () =>
      (listed ?? [])
        .map((each) => each.report)
        .sort((a, b) => Number(b.practiceId === practice.id) - Number(a.practiceId === practice.id)),
    [listed, practice.id],
  );
  const report = reports.find((each) => each.id === chosen.reportId) ?? reports[0] ?? null;
  const blocks = (report?.blocks ?? []).filter((each): each is ComparisonBlock => each.kind === 'comparison');
  const comparisons = (known ?? []).filter((each) => blocks.some((block) => block.comparisonId === each.id));
  const comparison = comparisons.find((each) => each.id === chosen.comparisonId) ?? comparisons[0] ?? null;
  const spec = useMemo(() => {
    if (!comparison || !report) return null;
    const used = report.blocks.flatMap((block) =>
      block.kind === 'comparison' && block.comparisonId === comparison.id ? [block.indicatorIds] : [],
    );
    const all = comparison.spec.indicatorIds;
    const takesAll = used.some((ids) => ids.length === 0);
    const indicatorIds = takesAll ? all : all.filter((id) => used.some((ids) => ids.includes(id)));
    return { ...comparison.spec, indicatorIds, audience: report.audience };
  }, [comparison, report]);
  const answer = useQueryMethod('comparison.compute', claim ? spec : null, { keepsPrevious: true });
  const result = answer.data;
  const indicator =
    result?.indicators.find((each) => each.id === chosen.indicatorId) ?? result?.indicators[0] ?? null;
  const order = compareKeys(locale);
  const rows = (result?.rows ?? [])
    .filter((row) => row.indicatorId === indicator?.id)
    .sort((a, b) => order(a.key, b.key));
  const row = rows.find((each) => rowKeyOf(each) === chosen.rowKey) ?? rows[0] ?? null;
  const change =
    row?.changes.find((each) => each.followUpWaveId === chosen.followUpWaveId) ?? row?.changes.at(-1) ?? null;
  const isUsable = report && comparison && indicator && row && change && change.status !== 'suppressed';
  const cut: ComparisonResult | null =
    result && indicator && row && change
      ? { ...result, indicators: [indicator], rows: [{ ...row, changes: [change] }] }
      : null;
  return {
    reports,
    report,
    comparisons,
    comparison,
    answer,
    rows,
    row,
    cut,
    indicatorId: indicator?.id ?? null,
    followUpWaveId: change?.followUpWaveId ?? null,
    choose: (choice) => setChosen((now) => ({ ...now, ...choice })),
    link: isUsable
      ? {
          kind: 'comparison',
          reportId: report.id,
          comparisonId: comparison.id,
          indicatorId: indicator.id,
          followUpWaveId: change.followUpWaveId,
          key: row.key,
        }
      : null,
  };
}

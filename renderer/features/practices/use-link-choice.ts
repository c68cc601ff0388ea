import { useEffect, useMemo, useState } from 'react';
import { compareKeys } from '../../../shared/charts/rows';
import type { Comparison, ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import type { Measurement } from '../../../shared/domain/measurement';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import type { Claim, EvidenceLink, Practice } from '../../../shared/domain/practice';
import type { Report } from '../../../shared/domain/report';
import { useLocale } from '../../state/preferences';
import { type Answer, useQueryMethod } from '../../state/use-query-method';
import { type FigureChoice, useFigureChoice } from './use-figure-choice';

/** A part of a report with figures: a comparison or a measurement, by its id. */
export type LinkSource = { id: string; name: string };
export type LinkChoice = {
  reports: readonly Report[];
  report: Report | null;
  sources: readonly LinkSource[];
  sourceId: string | null;
  comparison: Comparison | null;
  measurement: Measurement | null;
  counted: FigureChoice;
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
  sourceId: string | null;
  figureKey: string | null;
  indicatorId: string | null;
  rowKey: string | null;
  followUpWaveId: string | null;
};
const nothing: Chosen = {
  reportId: null,
  sourceId: null,
  figureKey: null,
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
    setChosen(chosenOf(evidence));
  }, [claimId, evidence]);
  const listed = useQueryMethod('report.list', {}).data?.reports;
  const known = useQueryMethod('comparison.list', {}).data?.comparisons;
  const saved = useQueryMethod('measurement.list', {}).data?.measurements;

  const reports = useMemo(
    () =>
      (listed ?? [])
        .map((each) => each.report)
        .sort((a, b) => Number(b.practiceId === practice.id) - Number(a.practiceId === practice.id)),
    [listed, practice.id],
  );
  const report = reports.find((each) => each.id === chosen.reportId) ?? reports[0] ?? null;
  const sources = sourcesOf(report, known ?? [], saved ?? []);
  const sourceId = sources.find(({ id }) => id === chosen.sourceId)?.id ?? sources[0]?.id ?? null;
  const comparison = (known ?? []).find((each) => each.id === sourceId) ?? null;
  const measurement = (saved ?? []).find((each) => each.id === sourceId) ?? null;
  const counted = useFigureChoice(claim ? measurement : null, report, chosen.figureKey);
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
  const result = comparison ? answer.data : undefined;
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
    sources,
    sourceId,
    comparison,
    measurement,
    counted,
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
      : countedLink(report, measurement, counted.figure),
  };
}

function countedLink(
  report: Report | null,
  measurement: Measurement | null,
  figure: MeasurementFigure | null,
): EvidenceLink | null {
  if (!report || !measurement || figure?.status !== 'shown') return null;
  return {
    kind: 'measurement',
    reportId: report.id,
    measurementId: measurement.id,
    figureKey: figure.key,
  };
}

/** What a link that stands already chooses. */
function chosenOf(link: EvidenceLink | null): Chosen {
  if (!link) return nothing;
  if (link.kind === 'measurement') {
    return { ...nothing, reportId: link.reportId, sourceId: link.measurementId, figureKey: link.figureKey };
  }
  const { reportId, comparisonId, indicatorId, followUpWaveId } = link;
  return {
    ...nothing,
    reportId,
    sourceId: comparisonId,
    indicatorId,
    followUpWaveId,
    rowKey: rowKeyOf(link),
  };
}

/** The comparisons and measurements a report prints, each once, in its order. */
function sourcesOf(
  report: Report | null,
  comparisons: readonly Comparison[],
  measurements: readonly Measurement[],
): LinkSource[] {
  const ids = (report?.blocks ?? []).flatMap((block): string[] => {
    if (block.kind === 'comparison') return [block.comparisonId];
    return block.kind === 'measurement' ? [block.measurementId] : [];
  });
  const known: readonly LinkSource[] = [...comparisons, ...measurements];
  return [...new Set(ids)].flatMap((id) => known.find((each) => each.id === id) ?? []);
}

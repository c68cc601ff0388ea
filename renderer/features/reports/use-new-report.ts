import { useLocation } from 'wouter';
import type { Comparison } from '../../../shared/domain/comparison';
import type { ReportBlock } from '../../../shared/domain/report';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { comparisonBlock } from './report-form';

/** Creates a report and opens it: empty, or drafted from the comparison saved last. */
export function useNewReport(): { create: () => void; isCreating: boolean } {
  const { reportsUi } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const { run, isRunning } = useCommand('report.save');
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const practices = useQueryMethod('practice.list', {}).data?.practices ?? [];
  const latest = latestOf(comparisons);
  async function create(): Promise<void> {
    const practice = practices.length === 1 ? practices[0] : undefined;
    const blocks: ReportBlock[] = latest ? draftBlocks(latest, reportsUi.firstHeading) : [];
    const report = await run({
      reportId: null,
      report: {
        title: latest?.name ?? reportsUi.newTitle,
        subtitle: '',
        municipality: practice?.municipality ?? '',
        unit: practice?.units[0] ?? '',
        practiceId: practice?.id ?? null,
        audience: 'publication',
        locale,
        blocks,
      },
    });
    if (report) navigate(`/informes/${report.id}`);
  }
  return { create: () => void create(), isCreating: isRunning };
}

/** The definition changed last; undefined where none is saved. */
export function latestOf<T extends { updatedAt: string }>(saved: readonly T[]): T | undefined {
  return [...saved].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
}

/** A first draft of a report on one comparison. */
function draftBlocks(comparison: Comparison, heading: string): ReportBlock[] {
  const chart = comparison.spec.followUpWaveIds.length > 1 ? 'slope' : 'dumbbell';
  return [
    { kind: 'heading', text: heading },
    { kind: 'text', text: '' },
    comparisonBlock(comparison.id, chart),
  ];
}

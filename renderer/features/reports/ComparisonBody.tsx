import { useMemo } from 'react';
import { isWholeChart } from '../../../shared/charts';
import type { ChartKind } from '../../../shared/domain/chart';
import type { Audience, ComparisonResult, ComparisonSpec } from '../../../shared/domain/comparison';
import type { ReportBlock } from '../../../shared/domain/report';
import { formatNumber } from '../../../shared/text/format';
import { resultStatement } from '../../../shared/text/sentences';
import { PlotFigure } from '../../charts/PlotFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { DataTable } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { resultRows, totals } from '../comparison/result-rows';
import { useResultColumns } from '../comparison/use-result-columns';
import { AnswersPreview } from './AnswersPreview';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'comparison' }>;
const rowHeight = 76;
const tallestTable = 6.5 * rowHeight;

/** A comparison as the report will show it: sentences, figure and table, for the report's readers. */
export function ComparisonBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi, comparison: text } = useTexts();
  const { block, audience } = props;
  const comparisons = useQueryMethod('comparison.list', {});
  const comparison = comparisons.data?.comparisons.find((each) => each.id === block.comparisonId);
  // Computed whole, as the report does: tests are corrected for all that were declared, printed or not.
  const spec = useMemo<ComparisonSpec | null>(
    () => (comparison ? { ...comparison.spec, audience } : null),
    [comparison, audience],
  );
  const answer = useQueryMethod('comparison.compute', spec, { keepsPrevious: true });
  if (comparisons.data && !comparison) {
    return <p className={classes.gone}>{reportsUi.blocks.comparisonGone}</p>;
  }
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={text.result.computing} progress={answer.progress} />;
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      <PrintedResult block={block} whole={answer.data} />
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

function PrintedResult(props: { block: Block; whole: ComparisonResult }) {
  const { block, whole } = props;
  const result = useMemo(() => printedPart(whole, block.indicatorIds), [whole, block.indicatorIds]);
  return (
    <>
      {block.showSentences && <SentenceList result={result} />}
      {block.chart && <Figures kind={block.chart} result={result} />}
      <QuestionChanges result={result} />
      {block.showTable && <ResultPreview result={result} />}
      {block.showDistributions && <AnswersPreview result={result} />}
    </>
  );
}

/** The indicators that a block shows; all of them where it names none that is left. */
function printedPart(whole: ComparisonResult, chosen: Block['indicatorIds']): ComparisonResult {
  const indicators = whole.indicators.filter(({ id }) => chosen.includes(id));
  if (indicators.length === 0) return whole;
  return {
    ...whole,
    indicators,
    rows: whole.rows.filter((row) => indicators.some(({ id }) => id === row.indicatorId)),
    differences: (whole.differences ?? []).filter(
      ({ indicatorId }) => indicatorId === null || indicators.some(({ id }) => id === indicatorId),
    ),
  };
}

function SentenceList(props: { result: ComparisonResult }) {
  const { locale } = useLocale();
  const { result } = props;
  return (
    <ul className={classes.sentences}>
      {totals(result).map(({ row, change, indicator }) => (
        <li key={`${indicator.id}|${change.followUpWaveId}`}>
          {resultStatement(result, row, change, indicator, locale)}
        </li>
      ))}
    </ul>
  );
}

/** One figure for all indicators, or one for each where the comparison is split by group, as in the report's files. */
function Figures(props: { kind: ChartKind; result: ComparisonResult }) {
  const { kind, result } = props;
  const isAllInOne = isWholeChart(kind) || result.breakdown.length === 0;
  const drawn = isAllInOne ? [null] : result.indicators.map((indicator) => indicator.id);
  return drawn.map((indicatorId) => (
    <PlotFigure
      key={`${kind} ${indicatorId}`}
      kind={kind}
      input={{ result, indicatorId, distribution: null }}
    />
  ));
}

function ResultPreview(props: { result: ComparisonResult }) {
  const { comparison, reportsUi } = useTexts();
  const { locale } = useLocale();
  const rows = useMemo(() => resultRows(props.result, locale), [props.result, locale]);
  const columns = useResultColumns(props.result, { isCompact: true });
  return (
    <div>
      <DataTable
        label={`${comparison.table.label}: ${props.result.indicators.map((each) => each.name).join(', ')}`}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        rowHeight={rowHeight}
        maxHeight={tallestTable}
      />
      {rows.length * rowHeight > tallestTable && (
        <p className={classes.note}>{reportsUi.blocks.showAllRows(formatNumber(rows.length, 0, locale))}</p>
      )}
    </div>
  );
}

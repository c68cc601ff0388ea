import { useMemo } from 'react';
import type { PanelResult } from '../../../shared/domain/panel';
import { formatNumber } from '../../../shared/text/format';
import { panelReason } from '../../../shared/text/panel-sentences';
import { listOf, weightingSummary, weightingVerdict } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { Disclosure } from '../comparison/Disclosure';
import { NotCalculated } from './NotCalculated';
import { DifferenceFigure, RowLabel } from './PanelFigures';
import { PanelPartFrame } from './PanelPartFrame';
import classes from './panel.module.css';
import { type PanelDetail, type PanelIndicator, tallestTable, withIndicator } from './panel-rows';
import { StayingModel } from './StayingModel';

type Weighting = NonNullable<PanelResult['weighting']>;
type Row = { indicator: PanelIndicator; row: Weighting['changes'][number] };

/** The change of those who stayed beside the same weighted for those lost. */
export function WeightingPart(props: {
  result: PanelResult;
  weighting: Weighting;
  onOpen: (detail: PanelDetail) => void;
}) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { result, weighting, onOpen } = props;
  const columns = useColumns();
  const words = panelUi.weighting;
  const rows = useMemo(() => withIndicator(result, weighting.changes), [result, weighting]);
  const lost = weighting.separated.filter(({ side }) => side === 'none').map(({ label }) => label);
  const shown = rows.filter(({ row }) => row.weighted.status !== 'empty');
  const absent = rows.filter(({ row }) => row.weighted.status === 'empty');
  return (
    <PanelPartFrame part="weighting" lead={weightingSummary(result, locale)} onOpen={onOpen}>
      {shown.length > 0 && (
        <>
          {weighting.weights?.isExtreme && (
            <p className={classes.caution}>{panelUi.summaries.weightingExtreme}</p>
          )}
          {lost.length > 0 && (
            <p className={classes.caution}>{panelUi.weighting.nobody(listOf(lost, locale))}</p>
          )}
          <DataTable
            label={words.table}
            columns={columns}
            rowCount={shown.length}
            rowAt={(index) => shown[index]}
            rowHeight={56}
            maxHeight={tallestTable}
            onRowClick={({ indicator }) => onOpen({ part: 'weighting', rowId: indicator.id })}
          />
          <NotCalculated
            absent={absent.map(({ indicator, row }) => ({
              name: indicator.name,
              reason: panelReason(row.weighted.reason ?? 'no-cases', locale),
            }))}
          />
          <p className={classes.note}>{panelUi.summaries.weightingLimit}</p>
        </>
      )}
      {weighting.model && (
        <div className={classes.more}>
          <Disclosure label={words.model}>
            <StayingModel result={result} weighting={weighting} model={weighting.model} />
          </Disclosure>
        </div>
      )}
    </PanelPartFrame>
  );
}

function useColumns(): DataColumn<Row>[] {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const { columns, weighting: words } = panelUi;
    return [
      {
        key: 'label',
        header: columns.indicator,
        width: 'minmax(200px, 2fr)',
        render: ({ indicator }) => <RowLabel text={indicator.name} />,
      },
      {
        key: 'people',
        header: words.people,
        width: '100px',
        align: 'end',
        render: ({ row }) => (row.n === null ? <ProtectedFigure /> : formatNumber(row.n, 0, locale)),
      },
      {
        key: 'unweighted',
        header: columns.unweighted,
        width: 'minmax(180px, 1fr)',
        align: 'end',
        render: ({ row, indicator }) => <DifferenceFigure difference={row.unweighted} style={indicator} />,
      },
      {
        key: 'weighted',
        header: columns.weighted,
        width: 'minmax(180px, 1fr)',
        align: 'end',
        render: ({ row, indicator }) => (
          <DifferenceFigure isStrong difference={row.weighted} style={indicator} />
        ),
      },
      {
        key: 'verdict',
        header: words.verdict,
        width: 'minmax(130px, 0.8fr)',
        render: ({ row }) => {
          const verdict = weightingVerdict(row);
          return (
            <span className={classes.verdict} data-verdict={verdict}>
              {words.verdicts[verdict]}
            </span>
          );
        },
      },
    ] satisfies DataColumn<Row>[];
  }, [panelUi, locale]);
}

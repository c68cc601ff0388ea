import { useMemo } from 'react';
import type { PanelResult, StandardisedChange } from '../../../shared/domain/panel';
import { noFigure } from '../../../shared/text/format';
import { panelReason } from '../../../shared/text/panel-sentences';
import { standardisedSummary } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import { AlignedFigure } from '../../ui/AlignedFigure';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainChange } from '../../ui/plain-figures';
import { NotCalculated } from './NotCalculated';
import { DifferenceFigure, RowLabel } from './PanelFigures';
import { PanelPartFrame } from './PanelPartFrame';
import classes from './panel.module.css';
import { type PanelDetail, type PanelIndicator, tallestTable, withIndicator } from './panel-rows';
import { useFixedIndicators } from './use-fixed-indicators';

type Row = { indicator: PanelIndicator; row: StandardisedChange };

/** Each change as it would be had the group kept the composition of the baseline, and what composition adds to it. */
export function StandardisedPart(props: { result: PanelResult; onOpen: (detail: PanelDetail) => void }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const { result, onOpen } = props;
  const columns = useColumns();
  const fixed = useFixedIndicators(result);
  const rows = useMemo(() => withIndicator(result, result.standardised), [result]);
  const fixedIds = useMemo(() => new Set<string>(fixed.keys()), [fixed]);
  const isShown = ({ row }: Row) => row.status !== 'empty' && !fixed.has(row.indicatorId);
  const shown = rows.filter(isShown);
  return (
    <PanelPartFrame part="standardised" lead={standardisedSummary(result, fixedIds, locale)} onOpen={onOpen}>
      {shown.length > 0 && (
        <DataTable
          label={panelUi.standardised.table}
          columns={columns}
          rowCount={shown.length}
          rowAt={(index) => shown[index]}
          rowHeight={56}
          maxHeight={tallestTable}
          onRowClick={({ indicator }) => onOpen({ part: 'standardised', rowId: indicator.id })}
        />
      )}
      <NotCalculated
        absent={rows
          .filter((each) => !isShown(each))
          .map(({ indicator, row }) => {
            const variable = fixed.get(indicator.id);
            const reason =
              variable === undefined
                ? panelReason(row.reason ?? 'no-cases', locale)
                : panelUi.ownVariable(variable);
            return { name: indicator.name, reason };
          })}
      />
      {shown.length > 0 && <p className={classes.note}>{panelUi.wholeWaves}</p>}
    </PanelPartFrame>
  );
}

function useColumns(): DataColumn<Row>[] {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const plain = (change: number | null, { indicator, row }: Row) => {
      if (row.status === 'suppressed') return <ProtectedFigure />;
      if (change === null) return noFigure;
      return <AlignedFigure text={plainChange(change, indicator, locale)} />;
    };
    return [
      {
        key: 'label',
        header: panelUi.columns.indicator,
        width: 'minmax(200px, 2fr)',
        render: ({ indicator }) => <RowLabel text={indicator.name} />,
      },
      {
        key: 'observed',
        header: panelUi.columns.observed,
        width: 'minmax(150px, 1fr)',
        align: 'end',
        render: (each) => plain(each.row.observed, each),
      },
      {
        key: 'standardised',
        header: panelUi.columns.standardised,
        width: 'minmax(190px, 1fr)',
        align: 'end',
        render: ({ row, indicator }) => (
          <DifferenceFigure isStrong difference={row.standardised} style={indicator} />
        ),
      },
      {
        key: 'composition',
        header: panelUi.columns.composition,
        width: 'minmax(160px, 1fr)',
        align: 'end',
        render: (each) => plain(each.row.compositionPart, each),
      },
    ] satisfies DataColumn<Row>[];
  }, [panelUi, locale]);
}

import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PanelResult } from '../../../shared/domain/panel';
import { formatP } from '../../../shared/text/format';
import { panelReason } from '../../../shared/text/panel-sentences';
import { attritionSummary, differenceVerdict } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { NotCalculated } from './NotCalculated';
import { DifferenceFigure, PeopleFigure, RowLabel } from './PanelFigures';
import { PanelPartFrame } from './PanelPartFrame';
import classes from './panel.module.css';
import { type AttritionRow, attritionRows, type PanelDetail, tallestTable } from './panel-rows';

const indicatorsOnly = 'indicators';

/** Those found again beside those not, as they were at the baseline: in the indicators, or in who they are. */
export function AttritionPart(props: { result: PanelResult; onOpen: (detail: PanelDetail) => void }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const [chosen, choose] = useState<string>(indicatorsOnly);
  const { result, onOpen } = props;
  const all = useMemo(() => attritionRows(result, panelUi.unanswered), [result, panelUi.unanswered]);
  const words = panelUi.attrition;
  const described = result.composition.filter(({ id }) =>
    all.some(({ category }) => category?.variableId === id),
  );
  const tab = described.find(({ id }) => id === chosen)?.id ?? indicatorsOnly;
  const columns = useColumns(tab === indicatorsOnly ? panelUi.columns.indicator : panelUi.columns.category);
  const lead = attritionSummary(result, locale);
  if (result.flow?.onlyBaseline === 0) return <PanelPartFrame part="attrition" lead={lead} onOpen={onOpen} />;
  const own = all.filter(({ category }) => (category?.variableId ?? indicatorsOnly) === tab);
  const shown = own.filter(({ difference }) => difference.status !== 'empty');
  const absent = own.filter(({ difference }) => difference.status === 'empty');
  return (
    <PanelPartFrame part="attrition" lead={lead} onOpen={onOpen}>
      {described.length > 0 && (
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={words.what}
          value={tab}
          onChange={choose}
          data={[
            { value: indicatorsOnly, label: words.indicators },
            ...described.map(({ id, label }) => ({ value: id as string, label })),
          ]}
        />
      )}
      {shown.length > 0 && (
        <DataTable
          label={words.table}
          columns={columns}
          rowCount={shown.length}
          rowAt={(index) => shown[index]}
          rowHeight={56}
          maxHeight={tallestTable}
          onRowClick={({ id }) => onOpen({ part: 'attrition', rowId: id })}
        />
      )}
      <NotCalculated
        absent={absent.map(({ label, difference }) => ({
          name: label,
          reason: panelReason(difference.reason ?? 'no-cases', locale),
        }))}
      />
    </PanelPartFrame>
  );
}

function useColumns(title: string): DataColumn<AttritionRow>[] {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const { columns, attrition: words } = panelUi;
    return [
      {
        key: 'label',
        header: title,
        width: 'minmax(180px, 1.6fr)',
        render: ({ label }) => <RowLabel text={label} />,
      },
      {
        key: 'stayed',
        header: columns.stayed,
        width: 'minmax(190px, 1fr)',
        align: 'end',
        render: ({ stayed, style }) => <PeopleFigure figure={stayed} style={style} />,
      },
      {
        key: 'left',
        header: columns.left,
        width: 'minmax(190px, 1fr)',
        align: 'end',
        render: ({ left, style }) => <PeopleFigure figure={left} style={style} />,
      },
      {
        key: 'difference',
        header: columns.difference,
        width: 'minmax(120px, 0.7fr)',
        align: 'end',
        render: ({ difference, style }) => (
          <DifferenceFigure isStrong difference={difference} style={style} />
        ),
      },
      {
        key: 'verdict',
        header: words.verdict,
        width: 'minmax(205px, 0.9fr)',
        render: ({ difference }) => {
          const verdict = differenceVerdict(difference);
          return (
            <span className={classes.verdict} data-verdict={verdict}>
              {words.verdicts[verdict]}
              {difference.adjustedP !== null && (
                <span className={classes.small}>{columns.p(formatP(difference.adjustedP, locale))}</span>
              )}
            </span>
          );
        },
      },
    ] satisfies DataColumn<AttritionRow>[];
  }, [panelUi, title, locale]);
}

import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PanelResult } from '../../../shared/domain/panel';
import { formatP } from '../../../shared/text/format';
import { panelReason } from '../../../shared/text/panel-sentences';
import { attritionSummary, differenceVerdict } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { NotCalculated } from './NotCalculated';
import { DifferenceFigure, PeopleFigure } from './PanelFigures';
import { PanelPartFrame } from './PanelPartFrame';
import classes from './panel.module.css';
import { type AttritionRow, attritionRows, type PanelDetail } from './panel-rows';

const indicatorsOnly = 'indicators';

/** Those found again beside those not, as they were at the baseline: in the indicators, or in who they are. */
export function AttritionPart(props: { result: PanelResult; onOpen: (detail: PanelDetail) => void }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const [chosen, choose] = useState<string>(indicatorsOnly);
  const { result, onOpen } = props;
  const columns = useColumns();
  const all = useMemo(() => attritionRows(result, panelUi.unanswered), [result, panelUi.unanswered]);
  const words = panelUi.attrition;
  const lead = attritionSummary(result, locale);
  if (result.flow?.onlyBaseline === 0) return <PanelPartFrame part="attrition" lead={lead} onOpen={onOpen} />;
  const described = result.composition.filter(({ id }) =>
    all.some(({ category }) => category?.variableId === id),
  );
  const tab = described.find(({ id }) => id === chosen)?.id ?? indicatorsOnly;
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
          maxHeight={520}
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

function useColumns(): DataColumn<AttritionRow>[] {
  const { panel, panelUi } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const { columns } = panel;
    const words = panelUi.attrition;
    return [
      {
        key: 'label',
        header: columns.indicator,
        width: 'minmax(200px, 2fr)',
        render: ({ label }) => label,
      },
      {
        key: 'stayed',
        header: columns.stayed,
        width: 'minmax(170px, 1fr)',
        align: 'end',
        render: ({ stayed, style }) => <PeopleFigure figure={stayed} style={style} />,
      },
      {
        key: 'left',
        header: columns.left,
        width: 'minmax(170px, 1fr)',
        align: 'end',
        render: ({ left, style }) => <PeopleFigure figure={left} style={style} />,
      },
      {
        key: 'difference',
        header: columns.difference,
        width: 'minmax(130px, 1fr)',
        align: 'end',
        render: ({ difference, style }) => (
          <DifferenceFigure isStrong difference={difference} style={style} />
        ),
      },
      {
        key: 'verdict',
        header: words.verdict,
        width: 'minmax(170px, 1fr)',
        render: ({ difference }) => {
          const verdict = differenceVerdict(difference);
          return (
            <span className={classes.verdict} data-verdict={verdict}>
              {words.verdicts[verdict]}
              {difference.adjustedP !== null && (
                <span className={classes.small}>
                  {panel.columns.p}: {formatP(difference.adjustedP, locale)}
                </span>
              )}
            </span>
          );
        },
      },
    ] satisfies DataColumn<AttritionRow>[];
  }, [panel, panelUi, locale]);
}

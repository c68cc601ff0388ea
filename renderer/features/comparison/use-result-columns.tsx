import { useMemo } from 'react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatValue } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { AlignedFigure } from '../../ui/AlignedFigure';
import type { DataColumn } from '../../ui/DataTable';
import { DirectionMark } from '../../ui/DirectionMark';
import { MomentBadge } from '../../ui/MomentBadge';
import { ChangeFigure, PeopleFigure, WaveFigure } from './CellFigures';
import classes from './comparison.module.css';
import { baselineCell, changeTo, type ResultRow } from './result-rows';

/** The columns of the result table: group, people, baseline, then each follow-up with its change, and the target. */
export function useResultColumns(result: ComparisonResult): DataColumn<ResultRow>[] {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const words = comparison.table;
    const baseline = result.waves.find((wave) => wave.id === result.spec.baselineWaveId);
    const followUps = result.spec.followUpWaveIds.flatMap((id) =>
      result.waves.filter((wave) => wave.id === id),
    );
    const hasTarget = result.indicators.some((indicator) => indicator.target !== null);
    const columns: DataColumn<ResultRow>[] = [
      {
        key: 'name',
        header: result.breakdown.length > 0 ? `${words.indicator} · ${words.group}` : words.indicator,
        width: 'minmax(240px, 2fr)',
        render: (row) => (
          <span className={row.isTotal ? classes.rowTotal : classes.rowGroup} title={row.label}>
            {row.label}
          </span>
        ),
      },
      {
        key: 'n',
        header: words.n,
        width: 'minmax(120px, 0.6fr)',
        align: 'end',
        render: ({ row }) => (
          <PeopleFigure
            cells={[baselineCell(result, row), ...followUps.map((wave) => changeTo(row, wave.id)?.followUp)]}
          />
        ),
      },
    ];
    if (baseline) {
      columns.push({
        key: 'baseline',
        header: <MomentBadge moment={baseline.moment} label={baseline.name} />,
        width: 'minmax(170px, 1fr)',
        align: 'end',
        render: ({ row, indicator }) => <WaveFigure cell={baselineCell(result, row)} indicator={indicator} />,
      });
    }
    for (const wave of followUps) {
      columns.push(
        {
          key: `${wave.id}-value`,
          header: <MomentBadge moment={wave.moment} label={wave.name} />,
          width: 'minmax(170px, 1fr)',
          align: 'end',
          render: ({ row, indicator }) => (
            <WaveFigure cell={changeTo(row, wave.id)?.followUp} indicator={indicator} />
          ),
        },
        {
          key: `${wave.id}-change`,
          header: words.change,
          width: 'minmax(170px, 1fr)',
          align: 'end',
          render: ({ row, indicator }) => (
            <ChangeFigure change={changeTo(row, wave.id)} indicator={indicator} />
          ),
        },
        {
          key: `${wave.id}-direction`,
          header: words.direction,
          width: 'minmax(150px, 0.8fr)',
          render: ({ row }) => {
            const change = changeTo(row, wave.id);
            return change?.status === 'shown' ? <DirectionMark direction={change.direction} /> : null;
          },
        },
      );
    }
    if (hasTarget) {
      columns.push({
        key: 'target',
        header: words.target,
        width: 'minmax(130px, 0.6fr)',
        align: 'end',
        render: ({ row, indicator }) => {
          const reached = row.changes.at(-1)?.target?.reached;
          if (indicator.target === null) return null;
          return (
            <span className={classes.stack}>
              <AlignedFigure text={formatValue(indicator.target, indicator, locale)} />
              {reached && <span className={classes.small}>{comparison.targets[reached]}</span>}
            </span>
          );
        },
      });
    }
    return columns;
  }, [result, comparison, locale]);
}

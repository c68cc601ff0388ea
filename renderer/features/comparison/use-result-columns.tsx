import { useMemo } from 'react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { useLocale, useTexts } from '../../state/preferences';
import { AlignedFigure } from '../../ui/AlignedFigure';
import type { DataColumn } from '../../ui/DataTable';
import { plainValue } from '../../ui/plain-figures';
import { WaveHead } from '../../ui/WaveHead';
import { ChangeFigure, isAnybodyOutside, PeopleFigure, WaveFigure } from './CellFigures';
import classes from './comparison.module.css';
import { JudgedDirection } from './JudgedDirection';
import { baselineCell, changeTo, followUpCell, type ResultRow } from './result-rows';

/** The columns of the result table: group, people, baseline, then each follow-up with its change, and the target. */
export function useResultColumns(
  result: ComparisonResult,
  options: { isCompact?: boolean } = {},
): DataColumn<ResultRow>[] {
  const { isCompact = false } = options;
  const { comparison } = useTexts();
  const { locale } = useLocale();
  return useMemo(() => {
    const words = comparison.table;
    const standard = result.reliability?.standard;
    const baseline = result.waves.find((wave) => wave.id === result.spec.baselineWaveId);
    const followUps = result.spec.followUpWaveIds.flatMap((id) =>
      result.waves.filter((wave) => wave.id === id),
    );
    const hasOutside = isAnybodyOutside(result);
    const hasTarget = result.indicators.some((indicator) => indicator.target !== null);
    const columns: DataColumn<ResultRow>[] = [
      {
        key: 'name',
        header: result.breakdown.length > 0 ? `${words.indicator} · ${words.group}` : words.indicator,
        width: isCompact ? 'minmax(140px, 1.2fr)' : `minmax(${hasOutside ? 168 : 196}px, 2fr)`,
        render: (row) => <RowName row={row} />,
      },
      {
        key: 'n',
        header: words.n,
        width: isCompact ? (hasOutside ? '140px' : '120px') : `minmax(${hasOutside ? 156 : 128}px, 0.6fr)`,
        align: 'end',
        render: ({ row }) => (
          <PeopleFigure
            hidesMissing={isCompact}
            cells={[
              baselineCell(result, row),
              ...followUps.map((wave) => followUpCell(result, row, wave.id)),
            ]}
          />
        ),
      },
    ];
    if (baseline) {
      columns.push({
        key: 'baseline',
        header: <WaveHead moment={baseline.moment} name={baseline.name} />,
        width: isCompact ? 'minmax(130px, 1fr)' : 'minmax(166px, 1fr)',
        align: 'end',
        render: ({ row, indicator }) => (
          <WaveFigure cell={baselineCell(result, row)} indicator={indicator} standard={standard} />
        ),
      });
    }
    for (const wave of followUps) {
      columns.push(
        {
          key: `${wave.id}-value`,
          header: <WaveHead moment={wave.moment} name={wave.name} />,
          width: isCompact ? 'minmax(130px, 1fr)' : 'minmax(166px, 1fr)',
          align: 'end',
          render: ({ row, indicator }) => (
            <WaveFigure cell={followUpCell(result, row, wave.id)} indicator={indicator} standard={standard} />
          ),
        },
        {
          key: `${wave.id}-change`,
          header: words.change,
          width: isCompact ? 'minmax(140px, 1fr)' : 'minmax(132px, 1fr)',
          align: 'end',
          render: ({ row, indicator }) => (
            <ChangeFigure
              change={changeTo(row, wave.id)}
              indicator={indicator}
              isJudged={isCompact}
              confidenceLevel={result.spec.confidenceLevel}
            />
          ),
        },
      );
      if (!isCompact) {
        columns.push({
          key: `${wave.id}-direction`,
          header: words.direction,
          width: 'minmax(156px, 0.8fr)',
          render: ({ row }) => {
            const change = changeTo(row, wave.id);
            if (change?.status !== 'shown') return null;
            return <JudgedDirection change={change} confidenceLevel={result.spec.confidenceLevel} />;
          },
        });
      }
    }
    if (hasTarget && !isCompact) {
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
              <AlignedFigure text={plainValue(indicator.target, indicator, locale)} />
              {reached && <span className={classes.small}>{comparison.targets[reached]}</span>}
            </span>
          );
        },
      });
    }
    return columns;
  }, [result, comparison, locale, isCompact]);
}

function RowName({ row }: { row: ResultRow }) {
  if (!row.isTotal) {
    return (
      <span className={classes.rowGroup} title={row.label}>
        {row.label}
      </span>
    );
  }
  return (
    <span className={classes.rowTotal} title={row.label}>
      <span>{row.label}</span>
      {row.indicator.unit !== '' && <span className={classes.small}>{row.indicator.unit}</span>}
    </span>
  );
}

import { useLocation } from 'wouter';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { formatValue } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { DirectionWish } from '../../ui/DirectionMark';
import { WaveHead } from '../../ui/WaveHead';
import { CurrentValue } from './CurrentValue';
import classes from './indicators.module.css';

/** Every indicator with its current value in each wave; a row opens its editor. */
export function IndicatorTable(props: { indicators: readonly Indicator[]; waves: readonly Wave[] }) {
  const { common, indicators } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const columns: DataColumn<Indicator>[] = [
    {
      key: 'name',
      header: indicators.columns.name,
      width: 'minmax(240px, 2fr)',
      render: (indicator) => (
        <span className={classes.nameCell} title={indicator.name}>
          <span className={classes.name}>{indicator.name}</span>
          <span className={classes.small}>
            {indicators.kinds[indicator.measure.kind]}
            {indicator.unit !== '' && ` · ${indicator.unit}`}
          </span>
        </span>
      ),
    },
    ...props.waves.map(
      (wave): DataColumn<Indicator> => ({
        key: wave.id,
        header: <WaveHead moment={wave.moment} name={wave.name} />,
        width: 'minmax(190px, 1fr)',
        align: 'end',
        render: (indicator) => <CurrentValue indicator={indicator} wave={wave} waves={props.waves} />,
      }),
    ),
    {
      key: 'direction',
      header: indicators.columns.direction,
      width: 'minmax(172px, 0.7fr)',
      render: (indicator) => (
        <DirectionWish direction={indicator.direction} label={indicators.directions[indicator.direction]} />
      ),
    },
    {
      key: 'target',
      header: indicators.columns.target,
      width: 'minmax(110px, 0.5fr)',
      align: 'end',
      render: (indicator) =>
        indicator.target === null ? (
          <span className={classes.small}>{indicators.noTarget}</span>
        ) : (
          formatValue(
            indicator.target.value,
            { kind: indicator.measure.kind, unit: indicator.unit, decimals: indicator.decimals },
            locale,
          )
        ),
    },
  ];
  return (
    <DataTable
      label={common.sections.indicators}
      columns={columns}
      rowCount={props.indicators.length}
      rowAt={(index) => props.indicators[index]}
      rowHeight={60}
      maxHeight="calc(100vh - 260px)"
      onRowClick={(indicator) => navigate(`/indicadores/${indicator.id}`)}
    />
  );
}

import { Anchor, Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Fingerprint } from '../../ui/Fingerprint';
import { MomentBadge } from '../../ui/MomentBadge';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { Term } from '../../ui/Term';
import { waveDates } from './wave-dates';
import classes from './waves.module.css';

/** One line a wave: moment, dates, rows, where it came from, and the way to its receipt. */
export function WaveTable(props: { waves: readonly Wave[] }) {
  const { waves: text } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const columns: DataColumn<Wave>[] = [
    {
      key: 'name',
      header: text.list.name,
      width: 'minmax(240px, 2fr)',
      render: (wave) => (
        <>
          <span className={classes.waveName}>
            <Link href={`/mediciones/${wave.id}`} title={wave.name}>
              {wave.name}
            </Link>
          </span>
          <span className={classes.waveFile}>
            <span title={wave.fileName}>{wave.fileName}</span> · <Fingerprint sha256={wave.fileSha256} />
          </span>
        </>
      ),
    },
    {
      key: 'moment',
      header: text.list.moment,
      width: '172px',
      render: (wave) => (
        <span className={classes.waveMoment}>
          <MomentBadge moment={wave.moment} />
          {wave.isSynthetic && <SyntheticBadge />}
        </span>
      ),
    },
    {
      key: 'dates',
      header: text.list.dates,
      width: 'minmax(256px, 1fr)',
      render: (wave) =>
        waveDates(wave, text, locale) ?? (
          <Text span size="sm" c="dimmed">
            {text.list.noDates}
          </Text>
        ),
    },
    {
      key: 'rows',
      header: text.list.rows,
      width: '96px',
      align: 'end',
      render: (wave) => formatNumber(wave.rows, 0, locale),
    },
    {
      key: 'receipt',
      header: <Term name="receipt" />,
      width: '110px',
      align: 'end',
      render: (wave) => (
        <Anchor component={Link} href={`/mediciones/${wave.id}/recibo`} size="sm">
          {text.list.receipt}
        </Anchor>
      ),
    },
  ];
  return (
    <DataTable
      label={text.title}
      columns={columns}
      rowCount={props.waves.length}
      rowAt={(index) => props.waves[index]}
      onRowClick={(wave) => navigate(`/mediciones/${wave.id}`)}
      rowHeight={72}
    />
  );
}

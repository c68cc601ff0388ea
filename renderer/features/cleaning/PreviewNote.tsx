import { Text, Title } from '@mantine/core';
import type { CleaningOutcome } from '../../../shared/domain/cleaning';
import type { WaveId } from '../../../shared/domain/ids';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import classes from './cleaning.module.css';
import type { Cleaning } from './use-cleaning';

/** How many cells of which waves a correction would change, or why it cannot be made. */
export function PreviewNote(props: { cleaning: Cleaning }) {
  const { preview, isCounting, ground, error } = props.cleaning;
  const { cleaning } = useTexts();
  const { locale } = useLocale();
  const text = cleaning.preview;
  const number = (value: number) => formatNumber(value, 0, locale);
  const { data } = preview;
  const touched = data?.waves.filter(({ outcome }) => outcome.cells > 0) ?? [];
  const lists = new Intl.ListFormat(locale === 'es' ? 'es-CL' : 'en');
  return (
    <section className={classes.preview} aria-live="polite">
      <Title order={3}>{text.title}</Title>
      {isCounting && <Text c="dimmed">{text.counting}</Text>}
      {!isCounting && !data && !preview.error && <Text c="dimmed">{text.waiting}</Text>}
      {!isCounting && preview.error && <ErrorState error={preview.error} />}
      {!isCounting && data && (
        <>
          <Text fw={500}>
            {data.cells === 0 ? text.nothing : text.total(number(data.cells), number(touched.length))}
          </Text>
          <ul className={classes.waves}>
            {data.waves.map(({ waveId, outcome }) => (
              <li key={waveId}>
                <WaveEffect waveId={waveId} outcome={outcome} />
              </li>
            ))}
          </ul>
          {data.indicators.length > 0 && (
            <Text size="sm">{text.indicators(lists.format(data.indicators))}</Text>
          )}
          {ground.scope === 'instrument' && (
            <Text size="sm" c="dimmed">
              {text.future}
            </Text>
          )}
        </>
      )}
      {error && <ErrorState error={error} />}
    </section>
  );
}

/** What an entry does, or did, in one wave, in words. */
export function WaveEffect(props: { waveId: WaveId; outcome: CleaningOutcome; saysReplayed?: boolean }) {
  const { outcome } = props;
  const { cleaning } = useTexts();
  const { locale } = useLocale();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const name = waves.find((wave) => wave.id === props.waveId)?.name ?? '';
  if (outcome.outcome !== 'applied') return cleaning.outcome(name, cleaning.outcomes[outcome.outcome]);
  const effect = cleaning.effect(name, formatNumber(outcome.cells, 0, locale));
  return props.saysReplayed && outcome.isReplayed ? `${effect} (${cleaning.replayed})` : effect;
}

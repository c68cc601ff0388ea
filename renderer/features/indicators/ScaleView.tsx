import { Anchor, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ScaleItem, ScaleWave } from '../../../shared/domain/scale';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { alphaSentence } from '../../../shared/text/scale-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import common from './indicators.module.css';
import { ScaleAdvice } from './ScaleAdvice';
import { ScaleMethodPanel } from './ScaleMethodPanel';
import { ScaleTable } from './ScaleTable';
import classes from './scale.module.css';
import { type ScaleQuestion, useScale } from './use-scale';

export type ItemTurn = (variableId: ScaleItem['variableId']) => void;

/** How well the questions of an index go together: a sentence, what to look at, and question by question. */
export function ScaleView(props: ScaleQuestion & { onTurn?: ItemTurn }) {
  const { scaleUi } = useTexts();
  const [chosen, choose] = useState<string | null>(null);
  const { asked, answer } = useScale(props);
  if (asked.length === 0) return <p className={common.hint}>{scaleUi.notAsked}</p>;
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState progress={answer.progress} />;
  const shown = answer.data.waves.flatMap((scale) => {
    const wave = asked.find(({ id }) => id === scale.waveId);
    return wave ? [{ scale, wave }] : [];
  });
  const open = shown.find(({ wave }) => wave.id === chosen) ?? shown[0];
  if (!open) return <LoadingState />;
  return (
    <div className={classes.scale} data-stale={answer.isStale || undefined} aria-busy={answer.isStale}>
      {shown.length > 1 && (
        <SegmentedControl
          size="xs"
          className={classes.waves}
          aria-label={scaleUi.wave}
          value={open.wave.id as string}
          onChange={choose}
          data={shown.map(({ wave }) => ({ value: wave.id as string, label: wave.name }))}
        />
      )}
      <OneWave
        scale={open.scale}
        wave={open.wave}
        minimum={answer.data.spec.minimumAnswered}
        onTurn={props.onTurn}
      />
    </div>
  );
}

function OneWave(props: { scale: ScaleWave; wave: Wave; minimum: number; onTurn: ItemTurn | undefined }) {
  const { scaleUi } = useTexts();
  const { locale } = useLocale();
  const [isMethodOpen, method] = useDisclosure(false);
  const { scale, wave } = props;
  const hasFigures = scale.items.some(({ status }) => status !== 'empty');
  return (
    <>
      <p className={classes.sentence} aria-live="polite">
        {alphaSentence(scale, wave.name, locale)}{' '}
        <Anchor component="button" type="button" className={classes.method} onClick={method.open}>
          {scaleUi.method}
        </Anchor>
      </p>
      <ScaleAdvice scale={scale} onTurn={props.onTurn} />
      {scale.status !== 'suppressed' && hasFigures && <ScaleTable items={scale.items} />}
      {scale.people !== null && <MinimumText scale={scale} people={scale.people} minimum={props.minimum} />}
      <ScaleMethodPanel scale={scale} isOpen={isMethodOpen} onClose={method.close} />
    </>
  );
}

/** Who has an index with the minimum asked for, and what another minimum would do. */
function MinimumText(props: { scale: ScaleWave; people: number; minimum: number }) {
  const { scaleUi } = useTexts();
  const { locale } = useLocale();
  const { scale, people, minimum } = props;
  const count = (value: number): string => formatNumber(value, 0, locale);
  const items = scale.items.length;
  if (scale.scored === null) return <p className={common.hint}>{scaleUi.minimumHidden}</p>;
  return (
    <p className={common.hint}>
      {minimum >= items
        ? scaleUi.minimumAll(count(items), count(scale.scored), count(people))
        : scaleUi.minimum(count(minimum), count(items), count(scale.scored), count(people))}{' '}
      {scaleUi.minimumWhy}
    </p>
  );
}

import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import type { ScaleItem, ScaleWave } from '../../../shared/domain/scale';
import { itemSentence } from '../../../shared/text/scale-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import type { ItemTurn } from './ScaleView';
import classes from './scale.module.css';

/** What to look at in single questions; one that runs the other way is turned with one click. */
export function ScaleAdvice(props: { scale: ScaleWave; onTurn: ItemTurn | undefined }) {
  const { locale } = useLocale();
  const { scale, onTurn } = props;
  const noticed = scale.items.flatMap((item) => {
    const text = itemSentence(item, scale.alpha.value, locale);
    return text === null ? [] : [{ item, text }];
  });
  if (noticed.length === 0) return null;
  return (
    <ul className={classes.advice}>
      {noticed.map(({ item, text }) => {
        const Sign = item.warning === null ? IconBulb : IconAlertTriangle;
        return (
          <li key={item.variableId} data-warning={item.warning ?? undefined}>
            <Sign size={18} stroke={1.75} aria-hidden />
            <span>{text}</span>
            {onTurn && <TurnButton item={item} onTurn={onTurn} />}
          </li>
        );
      })}
    </ul>
  );
}

function TurnButton({ item, onTurn }: { item: ScaleItem; onTurn: ItemTurn }) {
  const { scaleUi } = useTexts();
  const { byId } = useVariables();
  if (item.warning !== 'maybe-reversed' && item.warning !== 'maybe-not-reversed') return null;
  const type = byId.get(item.variableId)?.type;
  // Only what has declared ends can be turned between them.
  const canTurn = item.isReversed || type === 'ordinal' || type === 'boolean';
  if (!canTurn) return <span className={classes.cannot}>{scaleUi.cannotTurn}</span>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={item.isReversed ? scaleUi.unturnOne(item.label) : scaleUi.turnOne(item.label)}
      onClick={() => onTurn(item.variableId)}
    >
      {item.isReversed ? scaleUi.unturn : scaleUi.turn}
    </Button>
  );
}

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import { FigureInput } from '../indicators/FigureInput';
import { newKey, type OpeningLine } from './count-form';
import type { FieldProps } from './field-props';
import classes from './measurements.module.css';

/** What there was of each item before the register begins. */
export function OpeningsField({ form, change }: FieldProps) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.fields;
  const { openings } = form;
  const write = (next: OpeningLine): void =>
    change({ openings: openings.map((each) => (each.key === next.key ? next : each)) });
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.fieldLabel}>{words.openings}</legend>
      <ul className={classes.plainItems}>
        {openings.map((line, index) => (
          <li key={line.key} className={classes.itemHead}>
            <TextInput
              className={classes.grow}
              aria-label={`${words.openingItem} ${index + 1}`}
              placeholder={words.openingItem}
              value={line.item}
              onChange={(event) => write({ ...line, item: event.currentTarget.value })}
            />
            <FigureInput
              label=""
              placeholder={words.openingQuantity}
              width={120}
              value={line.quantity}
              onChange={(quantity) => write({ ...line, quantity })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={measurementsUi.editor.removeItem(line.item || `${words.openingItem} ${index + 1}`)}
              onClick={() => change({ openings: openings.filter(({ key }) => key !== line.key) })}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => change({ openings: [...openings, { key: newKey(), item: '', quantity: null }] })}
      >
        {words.addOpening}
      </Button>
    </fieldset>
  );
}

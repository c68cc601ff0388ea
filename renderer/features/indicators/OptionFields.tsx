import { Collapse, Group, NumberInput, Stack, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { isShare } from '../../../shared/domain/indicator';
import { useTexts } from '../../state/preferences';
import classes from './indicators.module.css';
import type { FormProps } from './JudgementFields';

/** What is seldom needed: how the figure is written, and the fields of a logical framework. */
export function OptionFields({ form, onChange }: FormProps) {
  const { indicators } = useTexts();
  const [isOpen, panel] = useDisclosure(false);
  const id = useId();
  const words = indicators.options;
  return (
    <section className={classes.step}>
      <UnstyledButton
        className={classes.optionsToggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={panel.toggle}
      >
        <IconChevronRight size={16} aria-hidden data-open={isOpen || undefined} />
        <span className={classes.stepTitle}>{words.title}</span>
        {!isOpen && <span className={classes.hint}>{words.hint}</span>}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          <Group gap="sm">
            {!isShare(form.measure) && (
              <TextInput
                w={220}
                label={indicators.format.unit}
                placeholder={indicators.format.unitPlaceholder}
                maxLength={40}
                value={form.unit}
                onChange={(event) => onChange({ unit: event.currentTarget.value })}
              />
            )}
            <NumberInput
              w={120}
              label={indicators.format.decimals}
              min={0}
              max={4}
              value={form.decimals}
              onChange={(value) => typeof value === 'number' && onChange({ decimals: value })}
            />
          </Group>
          <Textarea
            autosize
            minRows={2}
            label={words.definition}
            description={words.definitionHelp}
            value={form.definition}
            onChange={(event) => onChange({ definition: event.currentTarget.value })}
          />
          <Textarea
            autosize
            minRows={2}
            label={words.justification}
            value={form.justification}
            onChange={(event) => onChange({ justification: event.currentTarget.value })}
          />
          <TextInput
            label={words.verification}
            value={form.verification}
            onChange={(event) => onChange({ verification: event.currentTarget.value })}
          />
          <TextInput
            label={words.responsible}
            value={form.responsible}
            onChange={(event) => onChange({ responsible: event.currentTarget.value })}
          />
        </Stack>
      </Collapse>
    </section>
  );
}

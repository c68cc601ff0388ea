import { Popover, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Texts } from '../../shared/text';
import { useTexts } from '../state/preferences';
import classes from './marks.module.css';

export type GlossaryKey = keyof Texts['common']['glossary'];

/** A word of the trade with its explanation where it stands; `children` replace the word itself. */
export function Term(props: { name: GlossaryKey; children?: ReactNode }) {
  const { common } = useTexts();
  const entry = common.glossary[props.name];
  return (
    <Popover withRoles={false}>
      <Popover.Target>
        <UnstyledButton component="button" type="button" className={classes.term}>
          {props.children ?? entry.term}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="note">
        <Text fw={600} size="sm">
          {entry.term}
        </Text>
        <Text size="sm">{entry.explanation}</Text>
      </Popover.Dropdown>
    </Popover>
  );
}

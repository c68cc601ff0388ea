import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import classes from './panel.module.css';
import type { PanelDetail, PanelPart } from './panel-rows';

/** One part of the screen: its title, how it was calculated one click away, and first of all a sentence. */
export function PanelPartFrame(props: {
  part: PanelPart;
  lead: string;
  onOpen: (detail: PanelDetail) => void;
  children?: ReactNode;
}) {
  const { panel, panelUi } = useTexts();
  const title = panel.sections[props.part];
  return (
    <Section
      title={title}
      aside={
        <Anchor
          component="button"
          type="button"
          className={classes.methodLink}
          aria-label={panelUi.methodOf(title)}
          onClick={() => props.onOpen({ part: props.part, rowId: null })}
        >
          {panelUi.method}
        </Anchor>
      }
    >
      <p className={classes.lead} aria-live="polite">
        {props.lead}
      </p>
      {props.children}
    </Section>
  );
}

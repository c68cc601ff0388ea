import { Tooltip } from '@mantine/core';
import classes from './detail.module.css';

/** A word with its explanation, shown when it is pointed at or has the focus. */
export function Explained(props: { text: string; help: string }) {
  return (
    <Tooltip label={props.help} multiline w={280}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
      <span className={classes.explained} tabIndex={0}>
        {props.text}
      </span>
    </Tooltip>
  );
}

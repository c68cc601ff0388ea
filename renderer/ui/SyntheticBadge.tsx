import { Tooltip } from '@mantine/core';
import { IconFlask2 } from '@tabler/icons-react';
import { useTexts } from '../state/preferences';
import classes from './marks.module.css';

/** Marks data that was made up, wherever it appears. */
export function SyntheticBadge() {
  const { common } = useTexts();
  return (
    <Tooltip label={common.synthetic.explanation} multiline w={260}>
      <span className={classes.synthetic}>
        <IconFlask2 size={14} stroke={1.75} aria-hidden />
        {common.synthetic.badge}
      </span>
    </Tooltip>
  );
}

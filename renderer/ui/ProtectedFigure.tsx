import { Tooltip } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTexts } from '../state/preferences';
import classes from './marks.module.css';

/** Stands in place of a figure hidden by the privacy gate. */
export function ProtectedFigure() {
  const { common } = useTexts();
  return (
    <Tooltip label={common.privacy.protectedExplanation} multiline w={260}>
      <span className={classes.protected}>
        <IconShieldLock size={14} aria-hidden />
        {common.privacy.protected}
      </span>
    </Tooltip>
  );
}

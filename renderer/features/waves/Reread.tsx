import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { RereadPanel } from './RereadPanel';
import { tableFiles } from './use-file-taken';
import classes from './waves.module.css';

/** The way to read the source file again once it was corrected outside; not for waves of several files. */
export function Reread(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = useTexts();
  const text = receipt.reread;
  const [chosen, setChosen] = useState<File | null>(null);
  if (props.receipt.files.length > 1) return null;
  return (
    <div className={classes.reread}>
      <p className={classes.note}>{text.text}</p>
      <FileButton accept={tableFiles} inputProps={{ 'aria-label': text.button }} onChange={setChosen}>
        {(button) => (
          <Button {...button} variant="default">
            {text.button}
          </Button>
        )}
      </FileButton>
      {chosen && (
        <RereadPanel
          key={`${chosen.name} ${chosen.lastModified}`}
          wave={props.wave}
          chosen={chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}

import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { RereadPanel } from './RereadPanel';
import { tableFiles } from './use-file-taken';
import classes from './waves.module.css';

/** The way to read the source file again once it was corrected outside; all of them together where the wave came in several. */
export function Reread(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = useTexts();
  const { locale } = useLocale();
  const text = receipt.reread;
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const several = props.receipt.files.length;
  const isSeveral = several > 1;
  const button = isSeveral ? text.buttonSeveral : text.button;
  const [first] = chosen;
  return (
    <div className={classes.reread}>
      <p className={classes.note}>
        {text.text} {isSeveral && text.several(formatNumber(several, 0, locale))}
      </p>
      <FileButton
        multiple={isSeveral}
        accept={tableFiles}
        inputProps={{ 'aria-label': button }}
        onChange={(files: File | File[] | null) => setChosen(files === null ? [] : [files].flat())}
      >
        {(given) => (
          <Button {...given} variant="default">
            {button}
          </Button>
        )}
      </FileButton>
      {first && (
        <RereadPanel
          key={`${first.name} ${first.lastModified}`}
          wave={props.wave}
          chosen={chosen}
          isSeveral={isSeveral}
          onClose={() => setChosen([])}
        />
      )}
    </div>
  );
}

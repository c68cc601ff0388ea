import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import classes from './marks.module.css';

/** The first characters of a SHA-256 hash; the whole of it on hover, and copied by a click. */
export function Fingerprint(props: { sha256: string }) {
  return (
    <CopyButton value={props.sha256}>
      {({ copy, copied }) => (
        <Tooltip label={copied ? '✓' : props.sha256} multiline maw={320} style={{ overflowWrap: 'anywhere' }}>
          <UnstyledButton className={classes.hash} onClick={copy}>
            {props.sha256.slice(0, 10)}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}

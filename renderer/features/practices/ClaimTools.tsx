import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconLink, IconQuote, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Claim } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import classes from './practices.module.css';
import { StatedFigureField } from './StatedFigureField';

/** What can be done with a claim: link it, note the figure a document states, take it away. */
export function ClaimTools(props: {
  claim: Claim;
  onChange: (change: Partial<Claim>) => void;
  onRemove: () => void;
  onLink: () => void;
}) {
  const { practices, evidence } = useTexts();
  const [isStating, setStating] = useState(false);
  const { claim } = props;
  const words = practices.claims;
  return (
    <>
      <Group gap={4} className={classes.claimTools}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconLink size={14} aria-hidden />}
          onClick={props.onLink}
        >
          {claim.evidence ? words.change : words.link}
        </Button>
        {claim.evidence && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => props.onChange({ evidence: null })}
          >
            {words.unlink}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconQuote size={14} aria-hidden />}
          aria-expanded={isStating}
          onClick={() => setStating(!isStating)}
        >
          {claim.stated ? evidence.stating.change : evidence.stating.add}
        </Button>
        <Tooltip label={words.remove}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={words.remove}
            onClick={props.onRemove}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {isStating && (
        <StatedFigureField
          stated={claim.stated}
          onChange={(stated) => props.onChange({ stated })}
          onClose={() => setStating(false)}
        />
      )}
    </>
  );
}

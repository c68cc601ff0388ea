import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useHistory } from '../../state/use-history';
import type { CommissionEditing } from './use-commission-editor';

/** Takes a row away; says beforehand how many scores go with it, and offers them back afterwards. */
export function RemoveButton(props: {
  name: string;
  scores: number;
  editing: CommissionEditing;
  onClick: () => void;
}) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const { announceDeletion } = useHistory();
  const label = commissionUi.remove(props.name);
  const warning = props.scores > 0 ? commissionUi.lossy(formatNumber(props.scores, 0, locale)) : null;
  async function remove(): Promise<void> {
    // What was typed before is a step of its own, so that undoing brings back only the row.
    if (warning) await props.editing.flush();
    props.onClick();
    if (!warning) return;
    await props.editing.flush();
    announceDeletion(commissionUi.removed(props.name));
  }
  return (
    <Tooltip label={warning ?? label} multiline maw={280}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={warning ? `${label}. ${warning}` : label}
        onClick={() => void remove()}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

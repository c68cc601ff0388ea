import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

/** Takes a row away; says beforehand how many scores go with it. */
export function RemoveButton(props: { name: string; scores: number; onClick: () => void }) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const label = commissionUi.remove(props.name);
  const warning = props.scores > 0 ? commissionUi.lossy(formatNumber(props.scores, 0, locale)) : null;
  return (
    <Tooltip label={warning ?? label} multiline maw={280}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={warning ? `${label}. ${warning}` : label}
        onClick={props.onClick}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

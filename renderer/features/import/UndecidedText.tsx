import { Alert, Button } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { changeType } from './change-type';
import { nearlyReading } from './column-facts';

/** A column of which nearly all cells are figures or dates stays text until somebody decides: what that means, and the way out. */
export function UndecidedText(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile } = props;
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  const nearly = nearlyReading(props);
  if (!nearly || plan.action !== 'keep') return null;
  const number = (value: number) => formatNumber(value, 0, locale);
  const noun = text.nouns[nearly.type];
  return (
    <Alert
      mb={16}
      title={text.panel.undecidedTitle}
      styles={{
        root: { background: 'var(--lb-warning-soft)' },
        title: { color: 'var(--lb-warning-text)' },
        message: { color: 'inherit' },
      }}
    >
      {text.panel.undecided(number(nearly.fits), number(nearly.fits + nearly.misfits), noun)}
      <Button
        display="block"
        variant="default"
        size="compact-sm"
        mt={12}
        onClick={() =>
          props.onChange({
            ...changeType(plan, profile, nearly.type),
            decimalMark: nearly.decimalMark ?? profile.proposal.decimalMark,
            dateOrder: nearly.dateOrder ?? profile.proposal.dateOrder,
          })
        }
      >
        {text.panel.undecidedUse(noun)}
      </Button>
    </Alert>
  );
}

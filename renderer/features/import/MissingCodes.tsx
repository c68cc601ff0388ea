import { Checkbox, Stack, TagsInput, Text, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';

/** Which answers count as missing: those that look like it with their counts, and others the analyst adds. */
export function MissingCodes(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile, onChange } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const known = profile.missingCandidates.map((candidate) => candidate.code);
  const others = plan.missingCodes.filter((code) => !known.includes(code));
  function setCodes(missingCodes: string[]): void {
    const options = plan.options.filter((option) => !missingCodes.includes(option.value));
    onChange({ missingCodes, options });
  }
  return (
    <section>
      <Title order={3}>{text.columnPanel.missingTitle}</Title>
      <p className={classes.stepText} style={{ marginBlockEnd: 12 }}>
        {text.columnPanel.missingText}
      </p>
      <Stack gap={8}>
        {known.length === 0 && (
          <Text size="sm" c="dimmed">
            {text.columnPanel.missingNone}
          </Text>
        )}
        {profile.missingCandidates.map(({ code, count }) => (
          <Checkbox
            key={code}
            label={
              <>
                <strong>{code}</strong>{' '}
                <Text span size="sm" c="dimmed">
                  {text.columnPanel.missingCount(formatNumber(count, 0, locale))}
                </Text>
              </>
            }
            checked={plan.missingCodes.includes(code)}
            onChange={(event) =>
              setCodes(
                event.currentTarget.checked
                  ? [...plan.missingCodes, code]
                  : plan.missingCodes.filter((other) => other !== code),
              )
            }
          />
        ))}
        <TagsInput
          label={text.columnPanel.missingAdd}
          value={others}
          onChange={(added) =>
            setCodes([...plan.missingCodes.filter((code) => known.includes(code)), ...added])
          }
        />
      </Stack>
    </section>
  );
}

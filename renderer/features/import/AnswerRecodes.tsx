import { ActionIcon, Button, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ColumnPlan } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import { hasOptionList, withoutRecode, withRecode } from './recode-edits';
import type { ColumnTrial } from './use-column-trial';

const shownFirst = 30;
const asMissing = '\u0000missing';

/** Which answers are read as which others, how often, each to be changed or undone; and two answers to be joined. */
export function AnswerRecodes(props: {
  plan: ColumnPlan;
  trial: ColumnTrial | undefined;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, trial, onChange } = props;
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  const [isWhole, setIsWhole] = useState(false);
  const [joining, setJoining] = useState<string | null>(null);
  const { panel } = text;
  if (!hasOptionList(plan) && plan.recodes.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { from, count } of trial?.readings ?? []) {
    const wording = from.replace(/\s+/gu, ' ').trim();
    counts.set(wording, (counts.get(wording) ?? 0) + count);
  }
  const recodes = isWhole ? plan.recodes : plan.recodes.slice(0, shownFirst);
  const hidden = plan.recodes.length - recodes.length;
  const targets = plan.options.map(({ value, label }) => ({ value, label }));
  return (
    <section>
      <Title order={3}>{panel.recodesTitle}</Title>
      <p className={importClasses.stepText}>
        {plan.recodes.length > 0 ? panel.recodesText : panel.recodesNone}
      </p>
      {recodes.length > 0 && (
        <div className={classes.block}>
          {recodes.map(({ from, to }) => (
            <div key={from} className={classes.recode}>
              <span>
                «{from}»{' '}
                <Text span size="sm" c="dimmed">
                  {counts.has(from) && panel.times(formatNumber(counts.get(from) ?? 0, 0, locale))}
                </Text>
              </span>
              <Target
                from={from}
                to={to}
                targets={hasOptionList(plan) ? targets : null}
                onChange={(value) => onChange(withRecode(plan, from, value))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={panel.recodeRemove(from)}
                onClick={() => onChange(withoutRecode(plan, from))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          ))}
        </div>
      )}
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setIsWhole(true)}>
          {panel.recodesMore(formatNumber(hidden, 0, locale))}
        </Button>
      )}
      {hasOptionList(plan) && plan.options.length > 1 && (
        <Group gap={8} mt={12} align="flex-end" grow>
          <Select
            label={panel.recodeAdd}
            placeholder={panel.recodeFrom}
            searchable
            clearable
            data={targets}
            value={joining}
            onChange={setJoining}
          />
          <Select
            label={panel.recodeTo}
            placeholder={panel.recodeTo}
            searchable
            disabled={joining === null}
            data={targets.filter(({ value }) => value !== joining)}
            value={null}
            onChange={(to) => {
              if (joining === null || to === null) return;
              onChange(withRecode(plan, joining, to));
              setJoining(null);
            }}
          />
        </Group>
      )}
    </section>
  );
}

function Target(props: {
  from: string;
  to: string | null;
  /** The answers to choose from; null where anything may be written. */
  targets: readonly { value: string; label: string }[] | null;
  onChange: (to: string | null) => void;
}) {
  const { from, to, targets } = props;
  const { importColumns: text } = useTexts();
  const label = text.panel.recodeRowTo(from);
  if (targets === null) {
    return (
      <TextInput
        size="xs"
        aria-label={label}
        value={to ?? ''}
        onChange={(event) => props.onChange(event.currentTarget.value || null)}
      />
    );
  }
  return (
    <Select
      size="xs"
      aria-label={label}
      searchable
      data={[
        ...targets.filter(({ value }) => value !== from),
        { value: asMissing, label: text.panel.recodeAsMissing },
      ]}
      value={to ?? asMissing}
      onChange={(value) => props.onChange(value === asMissing ? null : value)}
    />
  );
}

import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { hiddenLabel } from '../../ui/hidden-label';
import classes from './comparison.module.css';
import { PickerButton } from './PickerButton';
import type { SpecProps } from './SpecBar';

const searchFrom = 8;

/** Which indicators are compared. */
export function IndicatorPicker({ spec, onChange }: SpecProps) {
  const { comparison, indicators: text } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const all = useQueryMethod('indicator.list', {}).data?.indicators ?? [];
  const chosen = all.filter((indicator) => spec.indicatorIds.includes(indicator.id));
  const words = comparison.spec;
  const count = (value: number) => formatNumber(value, 0, locale);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = all.filter((indicator) => indicator.name.toLocaleLowerCase().includes(wanted));
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const value =
    only?.name ??
    (chosen.length === all.length
      ? words.allIndicators(count(all.length))
      : words.someIndicators(count(chosen.length), count(all.length)));
  return (
    <PickerButton label={words.indicators} value={value} width={400}>
      <Stack gap="sm">
        {all.length >= searchFrom && (
          <TextInput
            size="xs"
            aria-label={text.search}
            placeholder={text.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <Group gap={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange({ indicatorIds: all.map((indicator) => indicator.id) })}
          >
            {words.pickAll}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({ indicatorIds: [] })}>
            {words.pickNone}
          </Button>
        </Group>
        <Checkbox.Group
          label={words.indicators}
          labelProps={hiddenLabel}
          value={[...spec.indicatorIds]}
          onChange={(ids) =>
            onChange({
              indicatorIds: all.filter((each) => ids.includes(each.id)).map((each) => each.id),
            })
          }
        >
          <Stack gap="xs" className={classes.choices}>
            {shown.map((indicator) => (
              <Checkbox key={indicator.id} size="xs" value={indicator.id} label={indicator.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </PickerButton>
  );
}

import { Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import type { FacetKey, FacetOption } from './facets';
import classes from './toolbar.module.css';

/** One filter: its options, each with how many records it would leave. */
export function FilterMenu(props: {
  facet: FacetKey;
  options: readonly FacetOption[];
  chosen: readonly string[];
  isPending: boolean;
  onChange: (values: string[]) => void;
}) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const { chosen } = props;
  const name = registry.facets[props.facet];
  const helps: Readonly<Record<string, string>> = registry.facetHelp;
  const help = helps[props.facet];
  return (
    <Popover width={320} position="bottom-start" trapFocus withArrow={false}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {chosen.length > 0 ? registry.facetChosen(name, formatNumber(chosen.length, 0, locale)) : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.facetMenu ?? ''}>
        {help && <p className={classes.facetHelp}>{help}</p>}
        {props.isPending && <p className={classes.facetHelp}>{registry.facetPending}</p>}
        {props.options.length === 0 && <p className={classes.facetHelp}>{registry.facetEmpty}</p>}
        <Checkbox.Group
          label={name}
          labelProps={{ className: 'lb-hidden' }}
          value={[...chosen]}
          onChange={props.onChange}
        >
          {props.options.map((option) => (
            <Checkbox
              key={option.value}
              size="xs"
              value={option.value}
              className={classes.facetOption ?? ''}
              label={
                <span className={classes.facetLabel}>
                  <span>{option.label}</span>
                  <span className={classes.facetCount}>{formatNumber(option.count, 0, locale)}</span>
                </span>
              }
            />
          ))}
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

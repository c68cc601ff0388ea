import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { facetKeys, labelOf } from './facets';
import classes from './toolbar.module.css';
import type { Registry } from './use-registry';

/** How many records are shown, and each filter in force with a way to take it off. */
export function FilterChips({ registry: state }: { registry: Registry }) {
  const words = useTexts();
  const { locale } = useLocale();
  const { registry } = words;
  const { address, shown, all } = state;
  const chips = facetKeys.flatMap((key) => address.filters.chosen[key].map((value) => ({ key, value })));
  const write = (count: number) => formatNumber(count, 0, locale);
  const isFiltered = chips.length > 0 || address.filters.search !== '';
  const count =
    shown.length < all.length || isFiltered
      ? registry.results(write(shown.length), write(all.length))
      : all.length === 1
        ? registry.oneResult
        : registry.resultsAll(write(all.length));
  return (
    <div className={classes.chips}>
      <span role="status" className={classes.quiet}>
        {count}
      </span>
      {chips.map(({ key, value }) => {
        const label = labelOf(key, value, words);
        return (
          <button
            key={`${key} ${value}`}
            type="button"
            className={classes.chip}
            aria-label={registry.removeFilter(registry.facets[key], label)}
            onClick={() =>
              address.setChosen(
                key,
                address.filters.chosen[key].filter((each) => each !== value),
              )
            }
          >
            <span className={classes.chipName}>{registry.facets[key]}</span>
            {label}
            <IconX size={12} aria-hidden />
          </button>
        );
      })}
      {isFiltered && (
        <Button size="compact-xs" variant="subtle" onClick={address.clear}>
          {registry.clearFilters}
        </Button>
      )}
    </div>
  );
}

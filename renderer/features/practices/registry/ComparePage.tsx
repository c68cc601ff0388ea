import { Button, Switch } from '@mantine/core';
import { IconArrowsExchange, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingState } from '../../../ui/LoadingState';
import { Page } from '../../../ui/Page';
import { ComparedFields } from './ComparedFields';
import classes from './compare.module.css';
import { EntryPicker } from './EntryPicker';
import { catalogueEntries, projectEntries } from './entry';

/** Two records face to face, of the project or of the catalogue; which ones stands in the address. */
export function CompareScreen() {
  const { common, registry } = useTexts();
  const words = registry.comparing;
  const [params, setParams] = useSearchParams();
  const [isShort, setShort] = useState(false);
  const list = useQueryMethod('practice.list', {});
  const seeds = useQueryMethod('practice.seeds', {});
  const own = useMemo(() => projectEntries(list.data?.practices ?? []), [list.data]);
  const shipped = useMemo(() => catalogueEntries(seeds.data?.seeds ?? []), [seeds.data]);
  const find = (name: 'a' | 'b') => [...own, ...shipped].find(({ key }) => key === params.get(name)) ?? null;
  const [left, right] = [find('a'), find('b')];
  const choose = (a: string | null, b: string | null) =>
    setParams(
      new URLSearchParams(
        Object.entries({ a, b }).flatMap(([name, key]) => (key === null ? [] : [[name, key]])),
      ),
      { replace: true },
    );
  const error = list.error ?? seeds.error;
  const pick = { own, shipped };
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      back={{ href: '/practicas', label: common.sections.practices }}
      actions={
        left &&
        right && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {words.print}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={list.error ? list.retry : seeds.retry} />}
      {(list.isLoading || seeds.isLoading) && <LoadingState />}
      <div className={classes.pickers}>
        <EntryPicker
          {...pick}
          label={words.first}
          value={left?.key ?? null}
          onChange={(key) => choose(key, right?.key ?? null)}
        />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={() => choose(right?.key ?? null, left?.key ?? null)}
        >
          {words.swap}
        </Button>
        <EntryPicker
          {...pick}
          label={words.second}
          value={right?.key ?? null}
          onChange={(key) => choose(left?.key ?? null, key)}
        />
        <Switch
          size="xs"
          label={words.onlyDifferences}
          checked={isShort}
          onChange={(event) => setShort(event.currentTarget.checked)}
        />
      </div>
      {left && right ? (
        <ComparedFields left={left} right={right} isShort={isShort} />
      ) : (
        <p className={classes.needsTwo}>{words.needsTwo}</p>
      )}
    </Page>
  );
}

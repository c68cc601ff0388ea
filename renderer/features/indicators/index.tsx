import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { IndicatorEditor } from './IndicatorEditor';
import { IndicatorExamples } from './IndicatorExamples';
import { IndicatorTable } from './IndicatorTable';
import classes from './indicators.module.css';
import { suggestIndicators } from './suggest-indicators';

/** All indicators of the project with their value in each wave. */
export default function IndicatorsScreen() {
  const { common, indicators } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const list = useQueryMethod('indicator.list', {});
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const all = list.data?.indicators ?? [];
  const found = all.filter((each) =>
    each.name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()),
  );
  return (
    <Page
      title={common.sections.indicators}
      purpose={indicators.purpose}
      marks={waves.some((wave) => wave.isSynthetic) && <SyntheticBadge />}
      actions={
        all.length > 0 && (
          <Button component={Link} href="/indicadores/nuevo" leftSection={<IconPlus size={16} aria-hidden />}>
            {indicators.create}
          </Button>
        )
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {list.data && all.length === 0 && <IndicatorExamples />}
      {all.length > 0 && (
        <>
          <div className={classes.toolbar}>
            <TextInput
              w={320}
              aria-label={indicators.search}
              placeholder={indicators.search}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <span className={classes.small}>{indicators.count(formatNumber(found.length, 0, locale))}</span>
          </div>
          {found.length === 0 ? (
            <p className={classes.hint}>{indicators.noneFound}</p>
          ) : (
            <IndicatorTable indicators={found} waves={waves} />
          )}
        </>
      )}
    </Page>
  );
}

/** The editor of the indicator in the address, or of a new one, which may start from an example. */
export function IndicatorScreen() {
  const { common, indicators } = useTexts();
  const { locale } = useLocale();
  const { id = 'nuevo', example = null } = useParams<{ id: string; example?: string }>();
  const list = useQueryMethod('indicator.list', {});
  const variables = useVariables();
  const isNew = id === 'nuevo';
  const indicator = list.data?.indicators.find((each) => each.id === id) ?? null;
  if (list.error) {
    return (
      <Page title={common.sections.indicators}>
        <ErrorState error={list.error} onRetry={list.retry} />
      </Page>
    );
  }
  if (!list.data || variables.isLoading) {
    return (
      <Page title={indicators.editor.newTitle}>
        <LoadingState />
      </Page>
    );
  }
  if (!isNew && !indicator) {
    return (
      <Page
        title={common.states.notFoundTitle}
        purpose={indicators.editor.missing}
        back={{ href: '/indicadores', label: common.sections.indicators }}
      >
        {null}
      </Page>
    );
  }
  const start = example === null ? null : (suggestIndicators(variables.all, locale)[Number(example)] ?? null);
  return (
    <IndicatorEditor
      key={indicator ? `${indicator.id} ${indicator.updatedAt}` : `nuevo-${example}`}
      indicator={indicator}
      start={start}
    />
  );
}

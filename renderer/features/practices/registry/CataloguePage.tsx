import { useMemo } from 'react';
import { useParams } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingState } from '../../../ui/LoadingState';
import { Page } from '../../../ui/Page';
import { CatalogueActions } from './CatalogueActions';
import { catalogueEntries } from './entry';
import { RecordReading } from './RecordReading';
import { RegistryTabs } from './RegistryTabs';
import { RegistryView } from './RegistryView';

/** The records that ship with the program, to be read before they are taken into the project. */
export function CatalogueScreen() {
  const { registry, common } = useTexts();
  const seeds = useQueryMethod('practice.seeds', {});
  const entries = useMemo(() => catalogueEntries(seeds.data?.seeds ?? []), [seeds.data]);
  return (
    <Page
      title={common.sections.practices}
      documentTitle={registry.catalogue.title}
      purpose={registry.catalogue.purpose}
    >
      <RegistryTabs current="catalogue" />
      {seeds.error && <ErrorState error={seeds.error} onRetry={seeds.retry} />}
      {seeds.isLoading && <LoadingState />}
      {entries.length > 0 && <RegistryView entries={entries} />}
    </Page>
  );
}

/** One record of the catalogue in full, as its document describes it. */
export function CatalogueRecordScreen() {
  const { registry, common } = useTexts();
  const { slug } = useParams<{ slug: string }>();
  const seeds = useQueryMethod('practice.seeds', {});
  const seed = seeds.data?.seeds.find((each) => each.slug === slug);
  const back = { href: '/practicas/catalogo', label: registry.catalogue.title };
  if (seed) {
    return (
      <Page title={seed.title} width="wide" back={back} actions={<CatalogueActions slug={seed.slug} />}>
        <RecordReading record={seed} />
      </Page>
    );
  }
  return (
    <Page
      title={seeds.data ? common.states.notFoundTitle : registry.catalogue.title}
      {...(seeds.data ? { purpose: registry.catalogue.missing } : {})}
      back={back}
    >
      {seeds.error ? (
        <ErrorState error={seeds.error} onRetry={seeds.retry} />
      ) : (
        seeds.isLoading && <LoadingState />
      )}
    </Page>
  );
}

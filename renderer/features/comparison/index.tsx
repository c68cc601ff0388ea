import { useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Workbench } from './Workbench';

/** The comparison in the address, or the one proposed from the data. */
export default function ComparisonScreen() {
  const { common, comparison } = useTexts();
  const { id } = useParams<{ id?: string }>();
  const list = useQueryMethod('comparison.list', {});
  if (list.error) {
    return (
      <Page title={common.sections.comparison}>
        <ErrorState error={list.error} onRetry={list.retry} />
      </Page>
    );
  }
  if (!list.data) {
    return (
      <Page title={common.sections.comparison}>
        <LoadingState />
      </Page>
    );
  }
  const saved = list.data.comparisons.find((each) => each.id === id) ?? null;
  if (id !== undefined && saved === null) {
    return (
      <Page
        title={common.states.notFoundTitle}
        purpose={comparison.missing}
        back={{ href: '/comparacion', label: common.sections.comparison }}
      >
        {null}
      </Page>
    );
  }
  return <Workbench key={saved?.id ?? 'new'} saved={saved} comparisons={list.data.comparisons} />;
}

import { useParams } from 'wouter';
import type { Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { ChooseTemplate } from './ChooseTemplate';
import { CommissionOffer } from './CommissionOffer';
import { TemplateSteps } from './TemplateSteps';

/** The template of the practice in the address. */
export default function TemplateScreen() {
  const { common } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('practice.list', {});
  const practice = list.data?.practices.find((each) => each.id === id);
  if (practice) return <TemplatePage key={practice.id} practice={practice} />;
  return (
    <Page
      title={list.data ? common.states.notFoundTitle : common.sections.practices}
      back={{ href: '/practicas', label: common.sections.practices }}
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        list.isLoading && <LoadingState />
      )}
    </Page>
  );
}

function TemplatePage({ practice }: { practice: Practice }) {
  const { templates } = useTexts();
  const status = useQueryMethod('template.status', { practiceId: practice.id });
  const slug = status.data?.slug ?? null;
  const described = useQueryMethod('template.describe', slug === null ? null : { slug });
  const isWithout = status.error?.code === 'template-missing';
  const error = isWithout ? null : (status.error ?? described.error);
  const isSynthetic = status.data?.instruments.some(({ waves }) => waves.some((wave) => wave.isSynthetic));
  return (
    <Page
      title={practice.title}
      purpose={templates.purpose}
      back={{ href: `/practicas/${practice.id}`, label: templates.back }}
      marks={isSynthetic && <SyntheticBadge />}
    >
      {isWithout && <ChooseTemplate practiceId={practice.id} />}
      {error && <ErrorState error={error} onRetry={status.error ? status.retry : described.retry} />}
      {!error && (status.isLoading || described.isLoading) && <LoadingState />}
      {!!described.data?.commissionCriteria && (
        <CommissionOffer practiceId={practice.id} criteria={described.data.commissionCriteria} />
      )}
      {status.data && described.data && (
        <TemplateSteps practiceId={practice.id} status={status.data} described={described.data} />
      )}
    </Page>
  );
}

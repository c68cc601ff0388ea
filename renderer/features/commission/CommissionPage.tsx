import { Anchor } from '@mantine/core';
import { Link, useParams } from 'wouter';
import type { Commission } from '../../../shared/domain/commission';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { InlineText } from '../../ui/InlineText';
import { Page } from '../../ui/Page';
import { SaveState } from '../../ui/SaveState';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import classes from './commission.module.css';
import { MinutesMenu } from './MinutesMenu';
import { ResultTab } from './ResultTab';
import { ScoresTab } from './ScoresTab';
import { SetupTab } from './SetupTab';
import { useCommissionEditor } from './use-commission-editor';

const tabs = ['preparar', 'puntajes', 'resultado'] as const;
type Tab = (typeof tabs)[number];

/** One commission: what it judges by, the scores, and what comes of them. */
export function CommissionPage({ commission }: { commission: Commission }) {
  const { commissionUi } = useTexts();
  const { tab: asked } = useParams<{ tab?: string }>();
  const tab: Tab = tabs.find((each) => each === asked) ?? 'preparar';
  const editing = useCommissionEditor(commission);
  const result = useQueryMethod(
    'commission.result',
    { commissionId: commission.id },
    { keepsPrevious: true },
  );
  const { form } = editing;
  return (
    <Page
      title={
        <span className={classes.title}>
          <InlineText
            look="title"
            isSingleLine
            label={commissionUi.name}
            maxLength={200}
            value={form.name}
            onChange={(name) => editing.change(() => ({ name }))}
          />
        </span>
      }
      documentTitle={form.name}
      back={{ href: '/practicas/comisiones', label: commissionUi.title }}
      marks={form.isSynthetic && <SyntheticBadge />}
      actions={
        <>
          <SaveState isDirty={editing.isDirty} isSaving={editing.isSaving} />
          <MinutesMenu commissionId={commission.id} editing={editing} />
        </>
      }
    >
      {commission.practiceId !== null && (
        <Anchor
          component={Link}
          size="sm"
          mb="md"
          display="inline-block"
          href={`/practicas/${commission.practiceId}`}
        >
          {commissionUi.fromRecord}
        </Anchor>
      )}
      <nav className={classes.tabs} aria-label={commissionUi.tabs.label}>
        {tabs.map((each) => (
          <Link
            key={each}
            href={`/practicas/comisiones/${commission.id}/${each}`}
            aria-current={each === tab ? 'page' : undefined}
          >
            {commissionUi.tabs[each]}
          </Link>
        ))}
      </nav>
      {tab === 'preparar' && <SetupTab editing={editing} />}
      {tab === 'puntajes' && <ScoresTab commission={commission} editing={editing} result={result.data} />}
      {tab === 'resultado' && <ResultTab editing={editing} result={result} />}
    </Page>
  );
}

import { IconHighlight } from '@tabler/icons-react';
import { useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useSharedDraft } from '../../state/use-shared-draft';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { CoderChoice } from './CoderChoice';
import { Desk } from './Desk';
import { SheetMenu } from './SheetMenu';
import type { CodingMeasurement } from './use-coding';

/** Open answers read and marked one after the other, by one coder at a time. */
export default function CodingScreen() {
  const { coding, common } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('measurement.list', {});
  const found = list.data?.measurements.find((each) => each.id === id);
  if (found?.spec.kind === 'coding') {
    return <CodingPage key={found.id} measurement={{ ...found, spec: found.spec }} />;
  }
  return (
    <Page
      title={common.sections.measurements}
      back={{ href: '/recuentos', label: common.sections.measurements }}
    >
      {list.isLoading && <LoadingState />}
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.data && <EmptyState icon={IconHighlight} title={coding.notCoding} />}
    </Page>
  );
}

function CodingPage({ measurement }: { measurement: CodingMeasurement }) {
  const { coding } = useTexts();
  const { spec } = measurement;
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const isSynthetic = waves.some(
    (wave) =>
      wave.isSynthetic &&
      wave.instrumentId === spec.instrumentId &&
      (spec.waveIds.length === 0 || spec.waveIds.includes(wave.id)),
  );
  const [coder, setCoder] = useSharedDraft(`coder ${measurement.id}`, '');
  return (
    <Page
      title={coding.title(measurement.name)}
      purpose={coding.purpose}
      back={{ href: `/recuentos/${measurement.id}`, label: coding.back }}
      width="full"
      marks={isSynthetic && <SyntheticBadge />}
      actions={coder !== '' && <SheetMenu measurement={measurement} coder={coder} />}
    >
      {coder === '' ? (
        <CoderChoice measurement={measurement} onChoose={(name) => setCoder(() => name)} />
      ) : (
        <Desk key={coder} measurement={measurement} coder={coder} onLeave={() => setCoder(() => '')} />
      )}
    </Page>
  );
}

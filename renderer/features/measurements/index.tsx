import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { Link, useParams } from 'wouter';
import { type MeasurementKind, measurementKinds } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import { CountCard } from './CountCard';
import { CountEditor } from './CountEditor';
import { CountPage } from './CountPage';
import { KindChoice } from './KindChoice';
import { kindIcons } from './kind-icons';
import classes from './measurements.module.css';
import { proposeCount, proposeInstrument } from './propose-count';
import { useKnownData } from './use-known-data';

/** The counts of the project with the figure that says most of each; without any, the questions they can answer. */
export default function MeasurementsScreen() {
  const { common, measurementsUi } = useTexts();
  const list = useQueryMethod('measurement.list', {});
  const { known } = useKnownData();
  const measurements = list.data?.measurements ?? [];
  const hasData = known !== null && known.waves.length > 0;
  const nameOf = (id: string) => known?.instruments.find((each) => each.id === id)?.name ?? '';
  return (
    <Page
      title={common.sections.measurements}
      purpose={measurementsUi.purpose}
      marks={known?.waves.some(({ isSynthetic }) => isSynthetic) && <SyntheticBadge />}
      actions={
        measurements.length > 0 && (
          <Button component={Link} href="/recuentos/nuevo" leftSection={<IconPlus size={16} aria-hidden />}>
            {measurementsUi.create}
          </Button>
        )
      }
    >
      {list.error && <ErrorState error={list.error} onRetry={list.retry} />}
      {list.isLoading && <LoadingState />}
      {measurements.length > 0 && (
        <ul className={classes.cards}>
          {measurements.map((measurement) => (
            <CountCard
              key={measurement.id}
              measurement={measurement}
              instrumentName={nameOf(measurement.spec.instrumentId)}
            />
          ))}
        </ul>
      )}
      {list.data && measurements.length === 0 && known !== null && <NoCounts hasData={hasData} />}
    </Page>
  );
}

function NoCounts({ hasData }: { hasData: boolean }) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.empty;
  if (!hasData) {
    return (
      <EmptyState
        icon={kindIcons.figures}
        title={words.title}
        actions={
          <Button component={Link} href="/mediciones/importar">
            {words.import}
          </Button>
        }
      >
        {words.noData}
      </EmptyState>
    );
  }
  return (
    <Section title={measurementsUi.choose.title}>
      <p className={classes.lead}>{words.text}</p>
      <KindChoice />
    </Section>
  );
}

/** A count that is begun: first its question, then its columns. */
export function NewMeasurementScreen() {
  const { common, measurementsUi } = useTexts();
  const { kind: written } = useParams<{ kind?: string }>();
  const kind = measurementKinds.find((each) => each === written);
  if (kind) return <NewCount key={kind} kind={kind} />;
  return (
    <Page
      title={measurementsUi.choose.title}
      documentTitle={measurementsUi.newTitle}
      purpose={measurementsUi.choose.text}
      back={{ href: '/recuentos', label: common.sections.measurements }}
    >
      <KindChoice />
    </Page>
  );
}

function NewCount({ kind }: { kind: MeasurementKind }) {
  const { measurementsUi } = useTexts();
  const data = useKnownData();
  const { known } = data;
  const start = useMemo(() => {
    const instrument = known && proposeInstrument(kind, known);
    return instrument && proposeCount(kind, instrument, known);
  }, [kind, known]);
  if (known && start) return <CountEditor measurement={null} start={start} known={known} />;
  return (
    <Waiting title={measurementsUi.kinds[kind].name} data={data}>
      {known && <NoCounts hasData={false} />}
    </Waiting>
  );
}

/** The count in the address, to be read. */
export function MeasurementScreen() {
  return <SavedCount mode="read" />;
}

/** The count in the address, to be changed. */
export function EditMeasurementScreen() {
  return <SavedCount mode="edit" />;
}

function SavedCount({ mode }: { mode: 'read' | 'edit' }) {
  const { common, measurementsUi } = useTexts();
  const { id } = useParams<{ id: string }>();
  const list = useQueryMethod('measurement.list', {});
  const data = useKnownData();
  const measurement = list.data?.measurements.find((each) => each.id === id);
  if (measurement && data.known) {
    const props = { measurement, known: data.known };
    return mode === 'edit' ? (
      <CountEditor key={measurement.id} {...props} start={null} />
    ) : (
      <CountPage key={measurement.id} {...props} />
    );
  }
  const isMissing = list.data !== undefined && !measurement;
  return (
    <Waiting
      title={isMissing ? common.states.notFoundTitle : common.sections.measurements}
      purpose={isMissing ? measurementsUi.missing : undefined}
      data={{ ...data, error: list.error ?? data.error, known: isMissing ? data.known : null }}
    >
      {null}
    </Waiting>
  );
}

/** The page of a count that is not there yet, or cannot be. */
function Waiting(props: {
  title: string;
  purpose?: string | undefined;
  data: ReturnType<typeof useKnownData>;
  children: ReactNode;
}) {
  const { common } = useTexts();
  const { error, retry, known } = props.data;
  return (
    <Page
      title={props.title}
      {...(props.purpose ? { purpose: props.purpose } : {})}
      back={{ href: '/recuentos', label: common.sections.measurements }}
    >
      {error ? <ErrorState error={error} onRetry={retry} /> : known === null && <LoadingState />}
      {props.children}
    </Page>
  );
}

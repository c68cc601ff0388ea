import type { ReactNode } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { MeasurementSpec } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import { measurementSentences } from '../../../shared/text/measurement-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import { CountFigures } from './CountFigures';
import { CountMethod } from './CountMethod';
import { CountNotices } from './CountNotices';
import { CountTable } from './CountTable';
import { HeadlineFigures } from './HeadlineFigures';
import { kindIcons } from './kind-icons';
import classes from './measurements.module.css';

/** What a count gives. The last result stays, dimmed, while a new one is computed. */
export function CountResult(props: {
  spec: MeasurementSpec;
  audience: Audience;
  isBehind?: boolean;
  /** The name under which figures and tables are saved; without it they cannot be. */
  name?: string;
  /** Stands above the figures, where some of them can be protected. */
  aside?: ReactNode;
}) {
  const { measurementsUi } = useTexts();
  const { spec, audience } = props;
  const answer = useQueryMethod('measurement.compute', { spec, audience }, { keepsPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) {
    return <LoadingState label={measurementsUi.result.computing} progress={answer.progress} />;
  }
  const canProtect = answer.data.privacy.threshold > 1 || audience === 'internal';
  const isStale = answer.isStale || props.isBehind === true;
  return (
    <div className={classes.result} data-stale={isStale || undefined} aria-busy={isStale}>
      {canProtect && props.aside}
      <ShownResult result={answer.data} name={props.name} />
    </div>
  );
}

function ShownResult({ result, name }: { result: MeasurementResult; name: string | undefined }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const words = measurementsUi.result;
  const sentences = measurementSentences(result, locale);
  if (result.figures.length === 0) {
    return (
      <>
        <CountNotices notices={result.notices} />
        <EmptyState icon={kindIcons[result.spec.kind]} title={words.empty}>
          {result.spec.kind === 'coding' ? words.noCodes : words.emptyHelp}
        </EmptyState>
      </>
    );
  }
  if (isUncoded(result)) {
    return (
      <>
        <HeadlineFigures result={result} />
        <EmptyState icon={kindIcons.coding} title={words.noCodesTitle}>
          {words.noCodes}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <HeadlineFigures result={result} />
      <div className={classes.sentences} aria-live="polite">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <CountNotices notices={result.notices} />
      <CountFigures result={result} name={name} />
      {result.tables.length > 0 && (
        <Section title={words.tables}>
          {result.tables.map((table, index) => (
            <CountTable
              key={`${table.id} ${table.subject}`}
              table={table}
              result={result}
              // Many tables are listed by their names, each a click away.
              isFolded={result.tables.length > mostOpen && index >= mostOpen - 1}
            />
          ))}
        </Section>
      )}
      <CountMethod result={result} />
    </>
  );
}

const mostOpen = 3;

/** True for open answers of which none has a code yet. */
function isUncoded({ spec, figures }: MeasurementResult): boolean {
  return (
    spec.kind === 'coding' &&
    figures.some(({ measure, of, value }) => measure === 'coded-statements' && of.length === 0 && value === 0)
  );
}

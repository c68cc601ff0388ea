import { Button } from '@mantine/core';
import { Redirect, useLocation, useParams } from 'wouter';
import { useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { StepTrail } from '../../ui/StepTrail';
import { ColumnsStep } from './ColumnsStep';
import { ConfirmStep } from './ConfirmStep';
import { DialectStep } from './DialectStep';
import { nothingSaidOfColumns } from './draft';
import { FileStep } from './FileStep';
import { IdentityStep } from './IdentityStep';
import { MatchStep } from './MatchStep';
import type { StepProps } from './step-props';
import { type StepKey, slugOf, stepAddress, stepOfSlug, stepsOf } from './steps';
import { useImportDraft } from './use-import-draft';

/** The import, step by step. The address names the step; what was chosen survives leaving the screen. */
export default function ImportScreen() {
  const { common, import: text } = useTexts();
  const { step: slug } = useParams<{ step?: string }>();
  const [, navigate] = useLocation();
  const work = useImportDraft({ asksWave: slug === slugOf('confirm') });
  const hasDraft = work.draft.files.length > 0 || work.draft.codebook !== null;
  const steps = stepsOf(work.instruments.length > 0);
  const step = stepOfSlug(slug, steps);
  if (work.draft.files.length === 0 && step !== 'file') return <Redirect to={stepAddress('file')} replace />;

  const goTo = (key: StepKey) => navigate(stepAddress(key));
  const move = (by: number) => {
    const next = steps[steps.indexOf(step) + by];
    if (next) goTo(next);
  };
  function restart(): void {
    work.restart();
    goTo('file');
  }
  return (
    <Page
      title={text.title}
      {...(step === 'file' ? { purpose: text.purpose } : {})}
      back={{ href: '/mediciones', label: common.sections.waves }}
      actions={
        hasDraft && (
          <Button variant="default" onClick={restart}>
            {text.startOver}
          </Button>
        )
      }
    >
      <StepTrail
        label={text.stepsLabel}
        current={step}
        steps={steps.map((key) => ({
          key,
          label: text.steps[key],
          isReachable: key === 'file' || work.inspection.data !== undefined,
        }))}
        onVisit={(key) => {
          const found = steps.find((entry) => entry === key);
          if (found) goTo(found);
        }}
      />
      <StepContent
        step={step}
        work={work}
        onBack={() => move(-1)}
        onNext={() => move(1)}
        onRestart={restart}
      />
    </Page>
  );
}

function StepContent(props: StepProps & { step: StepKey; onRestart: () => void }) {
  const { import: text, importReading } = useTexts();
  const { step, work } = props;
  if (step === 'file') return <FileStep {...props} />;
  if (work.inspection.error) {
    return (
      <ErrorState
        error={work.inspection.error}
        onRetry={work.inspection.retry}
        actions={
          <>
            {Object.keys(work.draft.corrections).length > 0 && (
              <Button
                variant="default"
                onClick={() => work.change({ corrections: {}, ...nothingSaidOfColumns })}
              >
                {text.dialect.undoCorrection}
              </Button>
            )}
            {work.draft.files.length > 1 || work.draft.codebook ? (
              <Button onClick={props.onBack}>{importReading.source.seeFiles}</Button>
            ) : (
              <Button onClick={props.onRestart}>{text.startOver}</Button>
            )}
          </>
        }
      />
    );
  }
  if (!work.inspection.data) {
    return (
      <LoadingState
        label={text.file.inspecting}
        progress={work.inspection.progress}
        onCancel={props.onRestart}
      />
    );
  }
  const inspection = work.inspection.data;
  if (step === 'dialect') return <DialectStep {...props} inspection={inspection} />;
  if (step === 'columns') return <ColumnsStep {...props} inspection={inspection} />;
  if (step === 'match') return <MatchStep {...props} />;
  if (step === 'identity') return <IdentityStep {...props} inspection={inspection} />;
  return <ConfirmStep {...props} inspection={inspection} />;
}

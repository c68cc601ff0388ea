import { Title } from '@mantine/core';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { LoadingState } from '../../ui/LoadingState';
import { DialectAspects } from './DialectAspects';
import { IrregularRows } from './IrregularRows';
import classes from './import.module.css';
import { PreviewTable } from './PreviewTable';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';

/** How the file is written: each aspect with its evidence and a way to correct it, beside a live preview. */
export function DialectStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const isBehind = work.inspection.isStale || work.inspection.isUpdating;
  const rows = formatCount(inspection.rows, text.row, text.rows, locale);
  const columns = formatCount(inspection.headers.length, text.column, text.columns, locale);
  return (
    <StepFrame
      title={text.dialect.title}
      onBack={props.onBack}
      onNext={props.onNext}
      canContinue={!isBehind}
      note={text.summary(rows, columns)}
    >
      <div className={classes.dialect}>
        <DialectAspects work={work} inspection={inspection} />
        <div className={classes.pieces}>
          {isBehind && <LoadingState label={text.file.inspecting} progress={work.inspection.progress} />}
          <section className={isBehind ? classes.stale : undefined}>
            <Title order={3}>{text.dialect.preview}</Title>
            <p className={classes.stepText} style={{ marginBlockEnd: 12 }}>
              {text.dialect.previewHint(rows)}
            </p>
            <PreviewTable inspection={inspection} />
          </section>
          {plainLines(inspection.preamble) !== '' && (
            <section>
              <Title order={3}>{text.dialect.preamble}</Title>
              <p className={classes.stepText} style={{ marginBlockEnd: 12 }}>
                {text.dialect.preambleText}
              </p>
              <p className={classes.preamble}>{plainLines(inspection.preamble)}</p>
            </section>
          )}
          <IrregularRows inspection={inspection} />
        </div>
      </div>
    </StepFrame>
  );
}

/** Lines of text without the separators a spreadsheet pads them with; blank ones left out. */
function plainLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[;,|\s]+$/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

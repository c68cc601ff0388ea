import { Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { LoadingState } from '../../ui/LoadingState';
import { DialectAspects } from './DialectAspects';
import { sortAspects } from './dialect-choices';
import { IrregularRows } from './IrregularRows';
import classes from './import.module.css';
import { PreviewTable } from './PreviewTable';
import { ReadingOptions } from './ReadingOptions';
import { SourceNotices } from './SourceNotices';
import { SourceSummary } from './SourceSummary';
import { StepFrame } from './StepFrame';
import { isSheet } from './source-words';
import type { InspectedStepProps } from './step-props';
import { TableChoice } from './TableChoice';

/** How the file is written: what it is, its tables, each aspect with its evidence, and the file as it is read. */
export function DialectStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { import: text, importReading } = useTexts();
  const { locale } = useLocale();
  const { corrections } = work.draft;
  const isBehind = work.inspection.isStale || work.inspection.isUpdating;
  const answered = useRef(corrections);
  useEffect(() => {
    if (!isBehind) answered.current = corrections;
  }, [isBehind, corrections]);
  const rows = formatCount(inspection.rows, text.row, text.rows, locale);
  const columns = formatCount(inspection.headers.length, text.column, text.columns, locale);
  const aspects = sortAspects(inspection, corrections);
  const shown = inspection.preview.length;
  const isWhole = shown >= inspection.rows - inspection.irregularTotal;
  return (
    <StepFrame
      title={text.dialect.title}
      text={isSheet(inspection) ? text.dialect.textBelow : text.dialect.text}
      onBack={props.onBack}
      onNext={props.onNext}
      canContinue={!isBehind}
      note={text.summary(rows, columns)}
    >
      <div className={classes.reading}>
        <SourceSummary work={work} inspection={inspection} />
        <SourceNotices work={work} inspection={inspection} />
        <TableChoice work={work} inspection={inspection} />
      </div>
      <div className={classes.dialect}>
        <div>
          {isSheet(inspection) && (
            <Text size="sm" c="dimmed" mb={12}>
              {inspection.format === 'sav' ? importReading.aspects.fixedBySpss : importReading.aspects.fixed}
            </Text>
          )}
          <DialectAspects aspects={aspects.first} work={work} inspection={inspection} />
          <ReadingOptions aspects={aspects.options} work={work} inspection={inspection} />
        </div>
        <div className={classes.pieces}>
          {isBehind && (
            <LoadingState
              label={text.file.inspecting}
              progress={work.inspection.progress}
              onCancel={() => work.change({ corrections: answered.current })}
            />
          )}
          <section className={isBehind ? classes.stale : undefined}>
            <Title order={3}>{text.dialect.preview}</Title>
            <p className={classes.stepText} style={{ marginBlockEnd: 12 }}>
              {inspection.files.length > 1
                ? importReading.preview.hintSeveral(formatNumber(shown, 0, locale), rows)
                : inspection.format === 'sav'
                  ? importReading.preview.hintSpss
                  : isWhole
                    ? importReading.preview.hintAll
                    : importReading.preview.hint(
                        formatNumber(shown, 0, locale),
                        formatNumber(inspection.rows, 0, locale),
                      )}{' '}
              {inspection.dialect.headerLine === null && importReading.preview.noHeaders}
            </p>
            <PreviewTable inspection={inspection} />
          </section>
          <IrregularRows inspection={inspection} />
        </div>
      </div>
    </StepFrame>
  );
}

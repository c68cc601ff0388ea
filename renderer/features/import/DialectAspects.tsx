import { Anchor, NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DialectEvidence, Inspection } from '../../../shared/domain/import';
import { useLocale, useTexts } from '../../state/preferences';
import { Term } from '../../ui/Term';
import {
  type Aspect,
  changesColumns,
  choicesOf,
  chosenValue,
  correctionOf,
  listedAspects,
  withoutCorrection,
  wordsOf,
} from './dialect-choices';
import type { Corrections } from './draft';
import { evidenceWords } from './evidence-words';
import classes from './import.module.css';
import type { ImportWork } from './use-import-draft';

/** Each aspect of the dialect as a choice, with the evidence for what was recognised. */
export function DialectAspects(props: { work: ImportWork; inspection: Inspection }) {
  const { work, inspection } = props;
  const { import: text } = useTexts();
  function correct(aspect: Aspect, corrections: Corrections): void {
    work.change(changesColumns(aspect) ? { corrections, columnEdits: {}, decisions: {} } : { corrections });
  }
  const common = { work, inspection, onCorrect: correct };
  return (
    <div>
      {listedAspects.map((aspect) => (
        <AspectRow key={aspect} aspect={aspect} {...common}>
          <Select
            aria-label={text.dialect.aspects[aspect]}
            data={choicesOf(aspect, text.dialect, inspection)}
            value={chosenValue(inspection.dialect, aspect)}
            onChange={(value) => {
              if (value !== null)
                correct(aspect, { ...work.draft.corrections, ...correctionOf(aspect, value) });
            }}
          />
        </AspectRow>
      ))}
      <AspectRow aspect="lastDataLine" {...common}>
        <LastLine
          value={inspection.dialect.lastDataLine}
          onChange={(lastDataLine) => correct('lastDataLine', { ...work.draft.corrections, lastDataLine })}
        />
      </AspectRow>
    </div>
  );
}

function AspectRow(props: {
  aspect: Aspect;
  work: ImportWork;
  inspection: Inspection;
  onCorrect: (aspect: Aspect, corrections: Corrections) => void;
  children: React.ReactNode;
}) {
  const { aspect, work, inspection } = props;
  const texts = useTexts();
  const text = texts.import.dialect;
  const { locale } = useLocale();
  const evidence = inspection.evidence.find((entry) => entry.aspect === aspect);
  const isCorrected = aspect in work.draft.corrections;
  return (
    <div className={classes.aspect}>
      <div style={{ marginBlockEnd: 6 }}>
        <AspectName aspect={aspect} />
      </div>
      {props.children}
      {isCorrected ? (
        <p className={classes.corrected}>
          {text.corrected}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => props.onCorrect(aspect, withoutCorrection(work.draft.corrections, aspect))}
          >
            {text.undoCorrection}
          </Anchor>
        </p>
      ) : (
        evidence && (
          <p className={classes.why}>
            {evidenceWords(evidence, texts.detection, locale)} {rivalWords(evidence)}
          </p>
        )
      )}
    </div>
  );

  function rivalWords(found: DialectEvidence): string {
    const close = found.rivals
      .filter((rival) => rival.score >= 0.5 && rival.value !== found.chosen)
      .slice(0, 2);
    if (close.length === 0) return '';
    return text.also(close.map((rival) => wordsOf(aspect, rival.value, text, inspection)).join(', '));
  }
}

function AspectName(props: { aspect: Aspect }) {
  const { import: text } = useTexts();
  const name = text.dialect.aspects[props.aspect];
  if (props.aspect === 'encoding' || props.aspect === 'delimiter')
    return <Term name={props.aspect}>{name}</Term>;
  return <>{name}</>;
}

function LastLine(props: { value: number | null; onChange: (line: number | null) => void }) {
  const { import: text } = useTexts();
  const [line, setLine] = useState<number | string>(props.value ?? '');
  useEffect(() => setLine(props.value ?? ''), [props.value]);
  function commit(): void {
    const next = typeof line === 'number' ? line : null;
    if (next !== props.value) props.onChange(next);
  }
  return (
    <NumberInput
      aria-label={text.dialect.aspects.lastDataLine}
      placeholder={text.dialect.values.untilEnd}
      value={line}
      min={1}
      allowDecimal={false}
      hideControls
      allowNegative={false}
      onChange={setLine}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { Inspection } from '../../../shared/domain/import';
import { useLocale, useTexts } from '../../state/preferences';
import { Term } from '../../ui/Term';
import { type Aspect, wordsOf } from './dialect-choices';
import { evidenceWords } from './evidence-words';
import classes from './import.module.css';
import { isClose, rivalsOf, rivalWords } from './rival-words';
import { isSheet } from './source-words';

/** One aspect of the writing: what was chosen, why, and what else it could be; a press reads the file so. */
export function AspectRow(props: {
  aspect: Aspect;
  inspection: Inspection;
  isCorrected: boolean;
  onChoose: (value: string) => void;
  onUndo: () => void;
  children: ReactNode;
}) {
  const { aspect, inspection } = props;
  const texts = useTexts();
  const { locale } = useLocale();
  const { dialect } = texts.import;
  const evidence = inspection.evidence.find((entry) => entry.aspect === aspect);
  const rivals = evidence && !props.isCorrected && aspect !== 'lineEnd' ? rivalsOf(evidence) : [];
  return (
    <div className={classes.aspect}>
      <div style={{ marginBlockEnd: 6 }}>
        <AspectName aspect={aspect} inspection={inspection} />
      </div>
      {props.children}
      {props.isCorrected ? (
        <p className={classes.corrected}>
          {dialect.corrected}
          <Anchor component="button" type="button" size="sm" onClick={props.onUndo}>
            {dialect.undoCorrection}
          </Anchor>
        </p>
      ) : (
        evidence && <p className={classes.why}>{reason(evidence)}</p>
      )}
      {evidence && rivals.length > 0 && (
        <div className={classes.rivals}>
          <span data-close={isClose(rivals) || undefined}>{texts.importReading.rivals.title}</span>
          <ul>
            {rivals.map((rival) => {
              const name = wordsOf(aspect, rival.value, texts, inspection);
              return (
                <li key={rival.value}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    aria-label={texts.importReading.rivals.use(name)}
                    onClick={() => props.onChoose(rival.value)}
                  >
                    {name}
                  </Anchor>
                  {' · '}
                  {rivalWords(evidence, rival, texts, locale)}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );

  /** What the table chosen among several settles is no choice of this aspect. */
  function reason(found: DialectEvidence): string {
    return found.why === 'corrected'
      ? texts.importReading.aspects.byTable
      : evidenceWords(found, texts.detection, locale);
  }
}

function AspectName(props: { aspect: Aspect; inspection: Inspection }) {
  const { aspect } = props;
  const { import: text, importReading } = useTexts();
  if (aspect === 'encoding' || aspect === 'delimiter')
    return <Term name={aspect}>{text.dialect.aspects[aspect]}</Term>;
  if (isSheet(props.inspection)) {
    if (aspect === 'headerLine') return <>{importReading.aspects.headerRow}</>;
    if (aspect === 'lastDataLine') return <>{importReading.aspects.lastRow}</>;
  }
  return <>{text.dialect.aspects[aspect]}</>;
}

import { Select, Text } from '@mantine/core';
import type { Inspection } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { AspectRow } from './AspectRow';
import {
  type Aspect,
  changesColumns,
  choicesOf,
  chosenValue,
  correctionOf,
  withoutCorrection,
  wordsOf,
} from './dialect-choices';
import { type Corrections, nothingSaidOfColumns } from './draft';
import { LastLine } from './LastLine';
import { isSheet } from './source-words';
import type { ImportWork } from './use-import-draft';

/** Aspects of the writing as choices, each with the evidence for what was recognised and its rivals. */
export function DialectAspects(props: {
  aspects: readonly Aspect[];
  work: ImportWork;
  inspection: Inspection;
}) {
  const { work, inspection } = props;
  const { corrections } = work.draft;
  function correct(aspect: Aspect, next: Corrections): void {
    work.change(
      changesColumns(aspect) ? { corrections: next, ...nothingSaidOfColumns } : { corrections: next },
    );
  }
  return (
    <div>
      {props.aspects.map((aspect) => {
        const choose = (value: string) => correct(aspect, { ...corrections, ...correctionOf(aspect, value) });
        return (
          <AspectRow
            key={aspect}
            aspect={aspect}
            inspection={inspection}
            isCorrected={aspect in corrections}
            onChoose={choose}
            onUndo={() => correct(aspect, withoutCorrection(corrections, aspect))}
          >
            <AspectControl aspect={aspect} inspection={inspection} onChoose={choose} />
          </AspectRow>
        );
      })}
    </div>
  );
}

function AspectControl(props: { aspect: Aspect; inspection: Inspection; onChoose: (value: string) => void }) {
  const { aspect, inspection } = props;
  const texts = useTexts();
  const chosen = chosenValue(inspection.dialect, aspect);
  const { aspects } = texts.importReading;
  const label =
    isSheet(inspection) && aspect === 'headerLine'
      ? aspects.headerRow
      : isSheet(inspection) && aspect === 'lastDataLine'
        ? aspects.lastRow
        : texts.import.dialect.aspects[aspect];
  if (aspect === 'lastDataLine') {
    return <LastLine label={label} inspection={inspection} onChoose={props.onChoose} />;
  }
  if (aspect === 'lineEnd') return <Text>{wordsOf(aspect, chosen, texts, inspection)}</Text>;
  return (
    <Select
      aria-label={label}
      data={choicesOf(aspect, texts, inspection)}
      value={chosen}
      allowDeselect={false}
      onChange={(value) => {
        if (value !== null && value !== chosen) props.onChoose(value);
      }}
    />
  );
}

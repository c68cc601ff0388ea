import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { PanelResult } from '../../../shared/domain/panel';
import { panelReason } from '../../../shared/text/panel-sentences';
import { compositionSummary, differenceVerdict } from '../../../shared/text/panel-summaries';
import { CompositionFigure } from '../../charts/PanelFigures';
import { useLocale, useTexts } from '../../state/preferences';
import { NotCalculated } from './NotCalculated';
import { PanelPartFrame } from './PanelPartFrame';
import { compositionLabel, type PanelDetail } from './panel-rows';

/** Who the people of each wave are, one variable at a time. */
export function CompositionPart(props: { result: PanelResult; onOpen: (detail: PanelDetail) => void }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const [chosen, choose] = useState<string | null>(null);
  const { result } = props;
  const drawn = result.compositionChange.filter(({ categories }) => categories.length > 0);
  const absent = result.compositionChange.filter(({ categories }) => categories.length === 0);
  const open =
    drawn.find(({ variableId }) => variableId === chosen) ?? drawn.find(hasClearChange) ?? drawn[0];
  return (
    <PanelPartFrame part="composition" lead={compositionSummary(result, locale)} onOpen={props.onOpen}>
      {drawn.length > 1 && open && (
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={panelUi.composition.variable}
          value={open.variableId as string}
          onChange={choose}
          data={drawn.map(({ variableId }) => ({
            value: variableId as string,
            label: compositionLabel(result, variableId),
          }))}
        />
      )}
      {open && <CompositionFigure key={open.variableId} result={result} variableId={open.variableId} />}
      <NotCalculated
        absent={absent.map(({ variableId, reason }) => ({
          name: compositionLabel(result, variableId),
          reason: panelReason(reason ?? 'no-cases', locale),
        }))}
      />
    </PanelPartFrame>
  );
}

/** True where a category of the variable clearly grew or shrank, so that it is the one to look at first. */
function hasClearChange({ categories }: PanelResult['compositionChange'][number]): boolean {
  return categories.some(({ difference }) => differenceVerdict(difference) === 'differs');
}

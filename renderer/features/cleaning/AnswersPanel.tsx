import { Button, SegmentedControl, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CleaningDraft } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { GroundFields } from './GroundFields';
import { MergeFields } from './MergeFields';
import { PreviewNote } from './PreviewNote';
import { RecodeFields } from './RecodeFields';
import { useCleaning } from './use-cleaning';

export type AnswersChange = Exclude<CleaningDraft['change'], { kind: 'cell' }>;
const kinds = ['recode', 'merge'] as const;

/** True where the answers of a variable can be read as others. */
export function hasAnswers(variable: Variable): boolean {
  return variable.type !== 'identifier' && variable.type !== 'text' && variable.identity === null;
}

/** Reads one answer of a variable as another, or makes several into one. `waves` are those that answered it. */
export function AnswersPanel(props: { variable: Variable; waves: readonly Wave[]; onClose: () => void }) {
  const { variable, waves } = props;
  const { common, cleaning: texts } = useTexts();
  const text = texts.answers;
  const canMerge = variable.options.length > 1;
  const [kind, setKind] = useState<(typeof kinds)[number]>(canMerge ? 'merge' : 'recode');
  const [change, setChange] = useState<AnswersChange | null>(null);
  const [waveId, setWaveId] = useState(waves.at(-1)?.id ?? null);
  const cleaning = useCleaning(
    change === null || waveId === null ? null : { waveId, variableId: variable.id, change },
    { scope: 'instrument', variable: variable.label, onDone: props.onClose },
  );
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={text.title(variable.label)}
      size={560}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          <Button onClick={cleaning.save} loading={cleaning.isSaving} disabled={!cleaning.canSave}>
            {texts.save[kind]}
          </Button>
        </>
      }
    >
      <Stack gap={24}>
        {canMerge && (
          <SegmentedControl
            fullWidth
            aria-label={text.kind}
            data={kinds.map((each) => ({ value: each, label: text.kinds[each] }))}
            value={kind}
            onChange={(value) => {
              setChange(null);
              setKind(value === 'merge' ? 'merge' : 'recode');
            }}
          />
        )}
        {kind === 'merge' ? (
          <MergeFields variable={variable} onChange={setChange} />
        ) : (
          <RecodeFields variable={variable} onChange={setChange} />
        )}
        <GroundFields cleaning={cleaning} />
        {cleaning.ground.scope === 'wave' && waves.length > 1 && (
          <Select
            label={text.wave}
            allowDeselect={false}
            data={waves.map((wave) => ({ value: wave.id, label: wave.name }))}
            value={waveId}
            onChange={(id) => setWaveId(waves.find((wave) => wave.id === id)?.id ?? null)}
          />
        )}
        <PreviewNote cleaning={cleaning} />
      </Stack>
    </SidePanel>
  );
}

import { Button, Checkbox, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CellValue } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { cellWords } from './cell-value';
import classes from './cleaning.module.css';
import { GroundFields } from './GroundFields';
import { PreviewNote } from './PreviewNote';
import { useCleaning } from './use-cleaning';
import { useValueWords } from './use-value-words';
import { ValueField } from './ValueField';

/** The row whose cell is corrected. `valueOf` null is a missing value; `isSkipped` tells that it was not asked. */
export type RowAtHand = {
  line: number;
  valueOf: (variable: Variable) => CellValue;
  isSkipped: (variable: Variable) => boolean;
};

type PanelProps = {
  wave: Wave;
  /** Those the wave answered, in order. */
  variables: readonly Variable[];
  row: RowAtHand;
  variable: Variable;
  onVariable: (variable: Variable) => void;
  onClose: () => void;
};

/** Corrects one cell of a row, or every cell that says the same; another question of the row can be chosen. */
export function CellPanel(props: PanelProps) {
  const { variable, row } = props;
  // A question of its own begins with its own value.
  return <CellForm key={`${row.line} ${variable.id}`} {...props} />;
}

/** False for what tells who somebody is: it is corrected in the source file. */
export function isCorrectable(variable: Variable): boolean {
  return variable.type !== 'identifier' && variable.identity === null;
}

function CellForm(props: PanelProps) {
  const { wave, variables, row, variable } = props;
  const { common, cleaning: texts } = useTexts();
  const { locale } = useLocale();
  const words = useValueWords();
  const text = texts.cell;
  const before = row.valueOf(variable);
  const [after, setAfter] = useState<CellValue>(before);
  const [isMissing, setMissing] = useState(false);
  const [isEvery, setEvery] = useState(false);
  const hasPerson = variables.some(({ type, role }) => type === 'identifier' && role === 'identifier');
  const canBeEvery = typeof before === 'string' && variable.type !== 'text';
  const to = isMissing ? null : after;
  const isSame = JSON.stringify(to) === JSON.stringify(before) || (to === null && !isMissing);
  const change =
    isSame || !isCorrectable(variable)
      ? null
      : isEvery && typeof before === 'string' && !Array.isArray(to)
        ? { kind: 'recode' as const, from: before, to }
        : { kind: 'cell' as const, line: row.line, to };
  const cleaning = useCleaning(change && { waveId: wave.id, variableId: variable.id, change }, {
    scope: 'wave',
    variable: variable.label,
    onDone: props.onClose,
  });
  const now = row.isSkipped(variable) ? texts.notApplicable : cellWords(before, variable, locale, words);
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={text.title}
      size={520}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          {isCorrectable(variable) && (
            <Button onClick={cleaning.save} loading={cleaning.isSaving} disabled={!cleaning.canSave}>
              {texts.save[isEvery ? 'recode' : 'cell']}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={24}>
        <Text c="dimmed">{text.place(formatNumber(row.line, 0, locale), wave.name)}</Text>
        <Select
          label={text.question}
          searchable
          allowDeselect={false}
          data={variables.map((each) => ({ value: each.id, label: each.label }))}
          value={variable.id}
          onChange={(id) => {
            const chosen = variables.find((each) => each.id === id);
            if (chosen) props.onVariable(chosen);
          }}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {text.now}
          </Text>
          <p className={classes.now}>{now}</p>
        </div>
        {isCorrectable(variable) ? (
          <>
            {canBeEvery && (
              <Radio.Group
                label={text.what}
                value={isEvery ? 'every' : 'one'}
                onChange={(value) => setEvery(value === 'every')}
              >
                <Stack gap={8} mt={8}>
                  <Radio value="one" label={text.one} />
                  <Radio value="every" label={text.every(now)} />
                </Stack>
              </Radio.Group>
            )}
            <Stack gap={16}>
              {!isMissing && (
                <ValueField label={text.value} variable={variable} value={after} onChange={setAfter} />
              )}
              {before !== null && (
                <Checkbox
                  label={text.toMissing}
                  checked={isMissing}
                  onChange={(event) => setMissing(event.currentTarget.checked)}
                />
              )}
            </Stack>
            <GroundFields cleaning={cleaning} person={!isEvery} onlyWave={!isEvery && !hasPerson} />
            <PreviewNote cleaning={cleaning} />
          </>
        ) : (
          <Text>{text.identity}</Text>
        )}
      </Stack>
    </SidePanel>
  );
}

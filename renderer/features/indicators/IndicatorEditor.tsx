import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import type { Indicator, IndicatorDraft } from '../../../shared/domain/indicator';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { Page } from '../../ui/Page';
import { SaveState } from '../../ui/SaveState';
import classes from './indicators.module.css';
import { FilterFields, JudgementFields, MissingFields } from './JudgementFields';
import { LiveResult } from './LiveResult';
import { MeasureChoice } from './MeasureChoice';
import { MeasureFields } from './MeasureFields';
import { OptionFields } from './OptionFields';
import { ScaleStep } from './ScaleStep';
import { Step } from './Step';
import { type IndicatorEditor as Editor, useIndicatorEditor } from './use-indicator-editor';

/** Builds an indicator on the left; its result with the project's data follows each change on the right. */
export function IndicatorEditor(props: { indicator: Indicator | null; start: IndicatorDraft | null }) {
  const { common, indicators } = useTexts();
  const editor = useIndicatorEditor(props.indicator, props.start);
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const { form, change } = editor;
  useHotkeys([['mod+S', editor.save]], []);
  const words = indicators.editor;
  return (
    <Page
      title={props.indicator ? form.name || props.indicator.name : words.newTitle}
      purpose={words.purpose}
      back={{ href: '/indicadores', label: common.sections.indicators }}
      actions={
        <>
          <SaveState isDirty={editor.isDirty} isSaving={editor.isSaving} />
          {props.indicator && editor.isDirty && (
            <Button variant="default" onClick={editor.discard}>
              {words.discard}
            </Button>
          )}
          {props.indicator && <MoreMenu editor={editor} name={props.indicator.name} />}
          <Button onClick={editor.save} disabled={!editor.draft || !editor.isDirty} loading={editor.isSaving}>
            {common.actions.save}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.form}>
          <MeasureChoice
            value={form.measure.kind}
            onChange={(kind) => change({ measure: { ...form.measure, kind } })}
          />
          <Step title={stepTitle(editor, indicators)}>
            <MeasureFields
              measure={form.measure}
              onChange={(part) => change({ measure: { ...form.measure, ...part } })}
            />
          </Step>
          {form.measure.kind === 'index' && (
            <ScaleStep draft={editor.draft} waves={waves} onTurn={editor.turnItem} />
          )}
          <FilterFields form={form} onChange={change} />
          <MissingFields form={form} onChange={change} />
          <JudgementFields form={form} onChange={change} />
          <Step title={words.name}>
            <TextInput
              aria-label={words.name}
              maxLength={200}
              placeholder={editor.suggestedName || words.namePlaceholder}
              value={form.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          </Step>
          <OptionFields form={form} onChange={change} />
        </div>
        <LiveResult draft={editor.draft} waves={waves} />
      </div>
    </Page>
  );
}

function stepTitle(editor: Editor, texts: ReturnType<typeof useTexts>['indicators']): string {
  switch (editor.form.measure.kind) {
    case 'proportion':
      return texts.condition.title;
    case 'rate':
      return texts.condition.titleRate;
    case 'count':
      return texts.measure.countWhat;
    case 'index':
      return texts.measure.items;
    default:
      return texts.measure.variable;
  }
}

function MoreMenu(props: { editor: Editor; name: string }) {
  const { common, indicators } = useTexts();
  const label = indicators.actionsOf(props.name);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="default" size={36} aria-label={label}>
            <IconDots size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={props.editor.duplicate}>
          {indicators.duplicate}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={props.editor.remove}>
          {common.actions.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

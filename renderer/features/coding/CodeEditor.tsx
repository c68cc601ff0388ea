import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Code } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { useHistory } from '../../state/use-history';
import { SidePanel } from '../../ui/SidePanel';
import classes from './coding.module.css';
import { type CodingMeasurement, newSlug, useCodes } from './use-coding';

/** A code's name and description; one that exists can be merged into another or deleted, and both undone. */
export function CodeEditor(props: {
  measurement: CodingMeasurement;
  codes: readonly Code[];
  code: Code | null;
  onClose: () => void;
}) {
  const { coding } = useTexts();
  const words = coding.codes;
  const { code, measurement } = props;
  const all = measurement.spec.codes;
  const { save, isSaving } = useCodes(measurement);
  const { announceDeletion } = useHistory();
  const [label, setLabel] = useState(code?.label ?? '');
  const [description, setDescription] = useState(code?.description ?? '');

  async function store(): Promise<void> {
    const written = { label: label.trim(), description: description.trim() };
    const next = code
      ? all.map((each) => (each.id === code.id ? { ...each, ...written } : each))
      : [...all, { id: newSlug(label, all), ...written }];
    if (await save(next)) props.onClose();
  }
  async function merge(into: string): Promise<void> {
    const next = all.map((each) => (each.id === code?.id ? { ...each, mergedInto: into } : each));
    if (!(await save(next))) return;
    announceDeletion(`${words.merge}: ${code?.label ?? ''}`);
    props.onClose();
  }
  async function remove(): Promise<void> {
    if (!(await save(all.filter((each) => each.id !== code?.id)))) return;
    announceDeletion(`${words.remove}: ${code?.label ?? ''}`);
    props.onClose();
  }
  const others = props.codes.filter((each) => each.id !== code?.id);
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={code ? words.edit(code.label) : words.add}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
          <Button loading={isSaving} disabled={label.trim() === ''} onClick={() => void store()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={classes.editor}>
        <TextInput
          label={words.label}
          maxLength={120}
          data-autofocus
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Textarea
          label={words.description}
          maxLength={1000}
          autosize
          minRows={3}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {code && others.length > 0 && (
          <Select
            label={words.mergeInto}
            description={words.mergeHelp}
            data={others.map(({ id, label: name }) => ({ value: id, label: name }))}
            value={null}
            onChange={(into) => into !== null && void merge(into)}
          />
        )}
        {code && (
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
      </div>
    </SidePanel>
  );
}

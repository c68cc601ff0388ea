import { Button, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';

const longestName = 120;

/** A panel that asks for the name of a project; `onSubmit` gets it without blanks around. */
export function NamePanel(props: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text?: string;
  help?: string;
  action: string;
  initialName: string;
  isRunning: boolean;
  onSubmit: (name: string) => void;
}) {
  const { common, home } = useTexts();
  const formId = useId();
  const [name, setName] = useState(props.initialName);
  useEffect(() => {
    if (props.isOpen) setName(props.initialName);
  }, [props.isOpen, props.initialName]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '') props.onSubmit(name.trim());
  }
  return (
    <SidePanel
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          <Button type="submit" form={formId} loading={props.isRunning} disabled={name.trim() === ''}>
            {props.action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        {props.text && <Text mb="lg">{props.text}</Text>}
        <TextInput
          data-autofocus
          label={home.panels.nameLabel}
          description={props.help}
          placeholder={home.panels.namePlaceholder}
          value={name}
          maxLength={longestName}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </form>
    </SidePanel>
  );
}

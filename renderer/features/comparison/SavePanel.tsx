import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';

/** Asks for the name under which a comparison is kept; a good one is proposed. */
export function SavePanel(props: {
  isOpen: boolean;
  proposedName: string;
  isSaving: boolean;
  onClose: () => void;
  onSave: (name: string) => void;
}) {
  const { common, comparison } = useTexts();
  const { isOpen, proposedName } = props;
  const [name, setName] = useState(proposedName);
  useEffect(() => {
    if (isOpen) setName(proposedName);
  }, [isOpen, proposedName]);
  const trimmed = name.trim();
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={props.onClose}
      title={comparison.save}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          <Button type="submit" form="save-comparison" loading={props.isSaving} disabled={trimmed === ''}>
            {common.actions.save}
          </Button>
        </>
      }
    >
      <form
        id="save-comparison"
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== '') props.onSave(trimmed);
        }}
      >
        <TextInput
          data-autofocus
          label={comparison.name}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </form>
    </SidePanel>
  );
}

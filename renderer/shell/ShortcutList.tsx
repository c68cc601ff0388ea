import { Kbd, Table } from '@mantine/core';
import { sections } from '../routes';
import { useTexts } from '../state/preferences';
import { SidePanel } from '../ui/SidePanel';

/** Every keyboard shortcut of the application. */
export function ShortcutList(props: { isOpen: boolean; onClose: () => void }) {
  const { common } = useTexts();
  const { shortcuts } = common;
  return (
    <SidePanel isOpen={props.isOpen} onClose={props.onClose} title={shortcuts.title}>
      <Table withRowBorders>
        <Table.Tbody>
          {sections.map((section) => (
            <Table.Tr key={section.key}>
              <Table.Td>{shortcuts.goTo(common.sections[section.key])}</Table.Td>
              <Table.Td ta="end">
                <Kbd>Alt</Kbd> <Kbd>{section.digit}</Kbd> {shortcuts.orKeys} <Kbd>G</Kbd>{' '}
                <Kbd>{section.digit}</Kbd>
              </Table.Td>
            </Table.Tr>
          ))}
          <KeyRow name={common.actions.undo} keys={['Ctrl', 'Z']} />
          <KeyRow name={common.actions.redo} keys={['Ctrl', 'Shift', 'Z']} />
          <KeyRow name={shortcuts.closePanel} keys={['Esc']} />
          <KeyRow name={shortcuts.list} keys={['?']} />
        </Table.Tbody>
      </Table>
    </SidePanel>
  );
}

function KeyRow(props: { name: string; keys: readonly string[] }) {
  return (
    <Table.Tr>
      <Table.Td>{props.name}</Table.Td>
      <Table.Td ta="end">
        {props.keys.map((key) => (
          <Kbd key={key} ms={4}>
            {key}
          </Kbd>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

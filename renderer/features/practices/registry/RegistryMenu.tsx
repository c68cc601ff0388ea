import { Button, Menu } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import type { Practice } from '../../../../shared/domain/practice';
import { useTexts } from '../../../state/preferences';
import { ImportPanel } from './ImportPanel';
import { useExport } from './use-export';
import { useImport } from './use-import';

/** Records in from a file, and all of them out to one. */
export function RegistryMenu({ practices }: { practices: readonly Practice[] }) {
  const { registry } = useTexts();
  const exportFile = useExport();
  const importing = useImport();
  const ids = practices.map(({ id }) => id);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={importing.isRunning}>
            {registry.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => void importing.pick()}>
            {registry.importFile}
          </Menu.Item>
          {ids.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconDownload size={16} />}
                onClick={() => void exportFile(ids, 'json')}
              >
                {registry.exportAllJson}
              </Menu.Item>
              <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void exportFile(ids, 'csv')}>
                {registry.exportAllCsv}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ImportPanel result={importing.result} error={importing.error} onClose={importing.close} />
    </>
  );
}

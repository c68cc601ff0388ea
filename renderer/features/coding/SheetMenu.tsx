import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconUpload } from '@tabler/icons-react';
import { FileId } from '../../../shared/domain/ids';
import { asAppError } from '../../../shared/errors';
import { formatNumber } from '../../../shared/text/format';
import { useHost } from '../../state/host-context';
import { pickFile } from '../../state/pick-file';
import { useLocale, useTexts } from '../../state/preferences';
import { useErrorToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useSaveOutput } from '../../state/use-save-output';
import type { CodingMeasurement } from './use-coding';

/** The coding sheet, to be filled in with a spreadsheet and read back. */
export function SheetMenu({ measurement, coder }: { measurement: CodingMeasurement; coder: string }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const words = coding.sheetActions;
  const host = useHost();
  const showError = useErrorToast();
  const saveOutput = useSaveOutput();
  const { announceDeletion } = useHistory();
  const exporting = useCommand('coding.exportSheet');
  const importing = useCommand('coding.importSheet');

  async function save(format: 'xlsx' | 'csv'): Promise<void> {
    const file = await exporting.run({ measurementId: measurement.id, coder, format, locale });
    if (file) await saveOutput(file, file.name);
  }
  async function read(): Promise<void> {
    try {
      const picked = await pickFile('.xlsx,.ods,.csv,.txt');
      if (!picked) return;
      const staged = await host.stageFile(picked);
      const fileId = FileId.parse(staged.fileId);
      const told = await importing.run({ measurementId: measurement.id, fileId, coder });
      if (!told) return;
      const count = (value: number): string => formatNumber(value, 0, locale);
      const sentences = [
        words.imported(count(told.coded), count(told.blank)),
        told.unmatched > 0 && words.unmatched(count(told.unmatched)),
        told.unclear.length > 0 && words.unclear(told.unclear.join(', ')),
        told.unknownCodes.length > 0 && words.unknownCodes(told.unknownCodes.join(', ')),
      ];
      announceDeletion(sentences.filter(Boolean).join(' '));
    } catch (failure) {
      showError(asAppError(failure));
    }
  }
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          loading={importing.isRunning || exporting.isRunning}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {words.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.help}</Menu.Label>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void save('xlsx')}>
          {words.exportXlsx}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void save('csv')}>
          {words.exportCsv}
        </Menu.Item>
        <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => void read()}>
          {words.import}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

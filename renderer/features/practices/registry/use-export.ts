import type { PracticeId } from '../../../../shared/domain/ids';
import { useLocale, useTexts } from '../../../state/preferences';
import { useCommand } from '../../../state/use-command';
import { useSaveOutput } from '../../../state/use-save-output';

/** Writes records to a file and hands it to the person. */
export function useExport(): (practiceIds: readonly PracticeId[], format: 'json' | 'csv') => Promise<void> {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const saveOutput = useSaveOutput();
  const { run } = useCommand('practice.export');
  return async (practiceIds, format) => {
    if (practiceIds.length === 0) return;
    const file = await run({ practiceIds: [...practiceIds], format, locale });
    if (file) await saveOutput(file, practices.printed(file.name));
  };
}

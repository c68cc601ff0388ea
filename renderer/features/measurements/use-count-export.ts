import { useCallback } from 'react';
import type { MethodInput } from '../../../shared/contract';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';

type CountExport = Omit<MethodInput<'measurement.export'>, 'locale'>;

/** Has the engine write a chart or the figures of a count to a file, as in a report, and hands it over. */
export function useCountExport(): (what: CountExport) => Promise<void> {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const { run } = useCommand('measurement.export');
  const saveOutput = useSaveOutput();
  return useCallback(
    async (what) => {
      const file = await run({ ...what, locale });
      if (file) await saveOutput(file, measurementsUi.result.savedFile(file.name));
    },
    [run, locale, saveOutput, measurementsUi],
  );
}

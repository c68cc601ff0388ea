import { useCallback } from 'react';
import type { MethodInput } from '../../../shared/contract';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';

type ChartExport = Omit<MethodInput<'chart.export'>, 'locale'>;

/** Has the engine write a chart to a file, as it would stand in a report, and hands it over. */
export function useChartExport(): (what: ChartExport) => Promise<void> {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { run } = useCommand('chart.export');
  const saveOutput = useSaveOutput();
  return useCallback(
    async (what) => {
      const file = await run({ ...what, locale });
      if (file) await saveOutput(file, comparison.table.exported(file.name));
    },
    [run, locale, saveOutput, comparison],
  );
}

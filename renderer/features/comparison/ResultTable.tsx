import { Button, Menu, Switch, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';
import { isAnybodyOutside } from './CellFigures';
import classes from './comparison.module.css';
import { findRows, resultRows } from './result-rows';
import { useResultColumns } from './use-result-columns';

/** Every indicator and group with its figures; a row opens its method and the people behind it. */
export function ResultTable(props: {
  result: ComparisonResult;
  openId: string | null;
  onOpen: (id: string | null) => void;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const [onlyTotals, setOnlyTotals] = useState(false);
  const { result } = props;
  const all = useMemo(() => resultRows(result, locale), [result, locale]);
  const rows = useMemo(() => findRows(all, search, onlyTotals), [all, search, onlyTotals]);
  const columns = useResultColumns(result);
  const hasOutside = useMemo(() => isAnybodyOutside(result), [result]);
  const words = comparison.table;
  return (
    <Section title={words.title} aside={<ExportMenu result={result} />}>
      <div className={classes.tableBar}>
        <TextInput
          size="xs"
          w={280}
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {result.breakdown.length > 0 && (
          <Switch
            size="xs"
            label={words.onlyTotals}
            checked={onlyTotals}
            onChange={(event) => setOnlyTotals(event.currentTarget.checked)}
          />
        )}
        <span className={classes.aside}>{words.rows(formatNumber(rows.length, 0, locale))}</span>
      </div>
      <DataTable
        label={words.label}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        rowHeight={hasOutside ? 72 : 56}
        maxHeight={680}
        isSelected={(row) => row.id === props.openId}
        onRowClick={(row) => props.onOpen(row.id)}
      />
      {result.spec.linkage === 'matched' && result.spec.followUpWaveIds.length > 1 && (
        <p className={classes.tableNote}>{words.matchedMany}</p>
      )}
    </Section>
  );
}

function ExportMenu(props: { result: ComparisonResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { run, isRunning } = useCommand('comparison.export');
  const saveOutput = useSaveOutput();
  const words = comparison.table;
  async function write(flavour: 'excel-cl' | 'rfc4180'): Promise<void> {
    const file = await run({ spec: props.result.spec, flavour, locale });
    if (file) await saveOutput(file, words.exported(file.name));
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={isRunning}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void write('excel-cl')}>{words.exportExcel}</Menu.Item>
        <Menu.Item onClick={() => void write('rfc4180')}>{words.exportRfc}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

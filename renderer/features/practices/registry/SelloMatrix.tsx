import { Button, Group } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { selloLines } from '../../../../shared/domain/practice';
import { formatNumber } from '../../../../shared/text/format';
import { downloadBlob } from '../../../state/download';
import { useLocale, useTexts } from '../../../state/preferences';
import { useDoneToast } from '../../../state/toasts';
import { type Entry, ownerOf } from './entry';
import classes from './matrix.module.css';
import { asksForLines, lineTotal, matrixRows, semicolonSeparated, tabSeparated } from './matrix-table';

/** Practices by line of the Sello: a tick where the record has it, with totals both ways. */
export function SelloMatrix({ entries }: { entries: readonly Entry[] }) {
  const { practices, registry } = useTexts();
  const { locale } = useLocale();
  const words = registry.matrix;
  const write = (count: number) => formatNumber(count, 0, locale);
  const sum = entries.reduce((total, { record }) => total + record.selloLines.length, 0);
  return (
    <>
      <MatrixActions entries={entries} />
      <div className={classes.matrixFrame}>
        <table className={classes.matrix} aria-label={words.label}>
          <thead>
            <tr>
              <th scope="col">{words.practice}</th>
              {selloLines.map((line) => (
                <th key={line} scope="col">
                  {practices.selloLineNames[line]}
                </th>
              ))}
              <th scope="col">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ key, href, record }) => (
              <tr key={key}>
                <th scope="row">
                  <Link href={href}>{record.title}</Link>
                  <span className={classes.quiet}>{ownerOf(record)}</span>
                </th>
                <LineCells record={record} />
                <td>{write(record.selloLines.length)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.totals}</th>
              {selloLines.map((line) => (
                <td key={line}>{write(lineTotal(entries, line))}</td>
              ))}
              <td>{write(sum)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function LineCells({ record }: { record: Entry['record'] }) {
  const { matrix } = useTexts().registry;
  if (!asksForLines(record)) {
    return (
      <td colSpan={selloLines.length}>
        <span className={classes.noTick}>{matrix.notApplicable}</span>
      </td>
    );
  }
  return selloLines.map((line) => {
    const isOn = record.selloLines.includes(line);
    return (
      <td key={line} data-on={isOn || undefined}>
        {isOn ? (
          <span className={classes.tick}>
            <IconCheck size={15} stroke={2.25} aria-hidden />
            {matrix.yes}
          </span>
        ) : (
          <span className={classes.noTick}>{matrix.no}</span>
        )}
      </td>
    );
  });
}

function MatrixActions({ entries }: { entries: readonly Entry[] }) {
  const words = useTexts();
  const say = useDoneToast();
  const { matrix } = words.registry;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(tabSeparated(matrixRows(entries, words)));
      say(matrix.copied);
    } catch {
      say(matrix.notCopied);
    }
  }
  function download(): void {
    const text = semicolonSeparated(matrixRows(entries, words));
    downloadBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), matrix.file);
  }
  return (
    <Group gap="xs" mb="sm">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={() => void copy()}
      >
        {matrix.copy}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={download}
      >
        {matrix.download}
      </Button>
    </Group>
  );
}

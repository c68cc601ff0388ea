import { ActionIcon, Loader, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatBytes, formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import type { ImportFile } from './draft';
import type { FileCheck } from './file-checks';
import classes from './import.module.css';

/** One file of the wave: what was found in it, or what to do about it. */
export function FileRow(props: {
  file: ImportFile;
  check: FileCheck;
  hasLabel: boolean;
  isFirst: boolean;
  isLast: boolean;
  onLabel: (label: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { file, check } = props;
  const { importReading: text } = useTexts();
  const [label, setLabel] = useState(file.label);
  useEffect(() => setLabel(file.label), [file.label]);
  const commit = () => {
    if (label !== file.label) props.onLabel(label);
  };
  return (
    <li className={classes.fileRow}>
      <div className={classes.fileHead}>
        <div className={classes.fileName}>
          <Text fw={500}>{file.name}</Text>
          <FileFound file={file} check={check} />
        </div>
        <div className={classes.fileActions}>
          {props.hasLabel && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.files.moveUp(file.name)}
                disabled={props.isFirst}
                onClick={() => props.onMove(-1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={text.files.moveDown(file.name)}
                disabled={props.isLast}
                onClick={() => props.onMove(1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.files.remove(file.name)}
            onClick={props.onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      {props.hasLabel && (
        <TextInput
          className={classes.fileLabel ?? ''}
          leftSectionWidth={128}
          aria-label={text.files.labelOf(file.name)}
          leftSection={<span aria-hidden>{text.files.labelHead}</span>}
          maxLength={120}
          value={label}
          error={label.trim() === ''}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      )}
      {check.error && <ErrorState error={check.error} />}
    </li>
  );
}

function FileFound(props: { file: ImportFile; check: FileCheck }) {
  const { import: words, importReading: text } = useTexts();
  const { locale } = useLocale();
  const { data, error } = props.check;
  const size = formatBytes(props.file.bytes, locale);
  if (error) return null;
  if (!data) {
    return (
      <Text size="sm" c="dimmed" role="status">
        <Loader size={12} mr={8} aria-hidden />
        {text.files.checking}
      </Text>
    );
  }
  const rows = formatCount(data.total + data.setAsideTotal, words.row, words.rows, locale);
  const columns = formatCount(data.width, words.column, words.columns, locale);
  const tables = data.tables.length;
  return (
    <Text size="sm" c="dimmed">
      {text.files.read(size, rows, columns)}
      {tables > 1 && `. ${text.files.tables(formatNumber(tables, 0, locale))}`}
    </Text>
  );
}

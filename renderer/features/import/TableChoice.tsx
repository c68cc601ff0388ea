import { Anchor, Radio, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import type { SourceTable } from '../../../shared/domain/source';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Tag } from '../../ui/Tag';
import { nothingSaidOfColumns } from './draft';
import { evidenceWords } from './evidence-words';
import classes from './import.module.css';
import { chosenTable, sheetOf } from './source-words';
import type { ImportWork } from './use-import-draft';

const firstShown = 6;

/** Which of the tables of the file is read: sheets, blocks one under another, repeated groups. */
export function TableChoice(props: { work: ImportWork; inspection: Inspection }) {
  const { work, inspection } = props;
  const texts = useTexts();
  const text = texts.importReading.tables;
  const { locale } = useLocale();
  const [showsAll, setShowsAll] = useState(false);
  const { tables } = inspection;
  // A sheet of several blocks is read block by block.
  const choices = tables.filter(
    (table) => !tables.some((other) => other !== table && sheetOf(tables, other) === table),
  );
  if (choices.length < 2) return null;
  const chosen = chosenTable(inspection);
  const shown = choices.filter((table, index) => showsAll || index < firstShown || table === chosen);
  const evidence = inspection.evidence.find(({ aspect }) => aspect === 'tableId');
  return (
    <section>
      <Title order={3}>{text.title}</Title>
      {evidence && !('tableId' in work.draft.corrections) && (
        <p className={classes.stepText}>{evidenceWords(evidence, texts.detection, locale)}</p>
      )}
      <Radio.Group
        aria-label={text.label}
        value={chosen?.id ?? ''}
        onChange={(tableId) => work.change({ corrections: { tableId }, ...nothingSaidOfColumns })}
      >
        <div className={classes.tables}>
          {shown.map((table) => (
            <Radio
              key={table.id}
              value={table.id}
              label={<TableLabel table={table} tables={tables} />}
              disabled={table.rows === 0}
            />
          ))}
        </div>
      </Radio.Group>
      {shown.length < choices.length && (
        <Anchor component="button" type="button" size="sm" onClick={() => setShowsAll(true)}>
          {text.more(formatNumber(choices.length - shown.length, 0, locale))}
        </Anchor>
      )}
    </section>
  );
}

function TableLabel(props: { table: SourceTable; tables: readonly SourceTable[] }) {
  const { table, tables } = props;
  const { import: words, importReading } = useTexts();
  const text = importReading.tables;
  const { locale } = useLocale();
  const number = (value: number | null) => formatNumber(value, 0, locale);
  const sheet = sheetOf(tables, table);
  const parent = tables.find(({ id }) => id === table.parent?.tableId);
  return (
    <span className={classes.tableLabel}>
      <span>{sheet === table ? table.name : `${sheet.name}: ${table.name}`}</span>
      <Text span size="sm" c="dimmed">
        {[place(), size()].filter(Boolean).join(', ')}
      </Text>
      {table.isHidden && <Tag tone="warning">{text.hidden}</Tag>}
      {table.parent && parent && (
        <Text size="sm" c="dimmed" w="100%">
          {text.repeat(parent.name, table.parent.key)}
        </Text>
      )}
    </span>
  );

  function place(): string {
    if (table.firstLine === null || table.lastLine === null) return '';
    const [first, last] = [number(table.firstLine), number(table.lastLine)];
    return sheet === table ? text.block(first, last) : text.blockOfSheet(first, last);
  }
  function size(): string {
    if (table.rows === null || table.columns === null) return '';
    if (table.rows === 0) return text.empty;
    return text.size(
      formatCount(table.rows, words.row, words.rows, locale),
      formatCount(table.columns, words.column, words.columns, locale),
    );
  }
}

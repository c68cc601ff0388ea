import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { AddBlock } from './AddBlock';
import { BlockBody } from './BlockBody';
import { BlockTools } from './BlockTools';
import type { KeyedBlock } from './report-form';
import classes from './reports.module.css';
import { useBlockSources } from './use-block-sources';
import type { ReportEditing } from './use-report-editor';

/** The parts of the report in order. Alt with an arrow moves the part that has the focus. */
export function DocumentBlocks(props: { editing: ReportEditing }) {
  const { reportsUi } = useTexts();
  const { locale } = useLocale();
  const [announcement, setAnnouncement] = useState('');
  const { editing } = props;
  const { blocks } = editing.form;
  const sources = useBlockSources(editing.form);
  const write = (value: number) => formatNumber(value, 0, locale);
  function move(key: string, by: -1 | 1): void {
    const place = blocks.findIndex((each) => each.key === key) + by;
    if (place < 0 || place >= blocks.length) return;
    editing.move(key, by);
    setAnnouncement(reportsUi.blocks.moved(write(place + 1), write(blocks.length)));
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>, each: KeyedBlock): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(each.key, event.key === 'ArrowUp' ? -1 : 1);
  }
  return (
    <div className={classes.blocks}>
      {blocks.length === 0 && <p className={classes.emptyDocument}>{reportsUi.editor.emptyDocument}</p>}
      {blocks.map((each, index) => (
        <div key={each.key}>
          <AddBlock sources={sources} onAdd={(block) => editing.insert(index, block)} look="between" />
          <section
            className={classes.block}
            data-kind={each.block.kind}
            aria-label={`${reportsUi.blocks[each.block.kind]}. ${reportsUi.blocks.position(write(index + 1), write(blocks.length))}`}
            aria-description={reportsUi.blocks.keyboardHint}
            onKeyDown={(event) => onKeyDown(event, each)}
          >
            <BlockTools
              block={each.block}
              isFirst={index === 0}
              isLast={index === blocks.length - 1}
              onMove={(by) => move(each.key, by)}
              onRemove={() => editing.remove(each.key)}
              onChange={(block) => editing.replace(each.key, block)}
            />
            <BlockBody
              block={each.block}
              form={editing.form}
              onChange={(block) => editing.replace(each.key, block)}
            />
          </section>
        </div>
      ))}
      <AddBlock sources={sources} onAdd={(block) => editing.insert(blocks.length, block)} look="end" />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </div>
  );
}

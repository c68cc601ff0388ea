import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { ComparisonOptions } from './ComparisonOptions';
import { DistributionOptions } from './DistributionOptions';
import { MeasurementOptions } from './MeasurementOptions';
import { PanelOptions } from './PanelOptions';
import classes from './reports.module.css';
import { SeriesBlockOptions } from './SeriesBlockOptions';

/** Moves, sets and removes one part; shown when it is pointed at or has the focus. */
export function BlockTools(props: {
  block: ReportBlock;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi } = useTexts();
  const words = reportsUi.blocks;
  const name = words[props.block.kind].toLocaleLowerCase();
  const { block } = props;
  return (
    <div className={classes.tools}>
      {block.kind === 'comparison' && (
        <OptionsPopover label={words.settingsOf(name)}>
          <ComparisonOptions block={block} onChange={props.onChange} />
        </OptionsPopover>
      )}
      {block.kind === 'distribution' && (
        <OptionsPopover label={words.settingsOf(name)}>
          <DistributionOptions block={block} onChange={props.onChange} />
        </OptionsPopover>
      )}
      {block.kind === 'series' && (
        <OptionsPopover label={words.settingsOf(name)}>
          <SeriesBlockOptions block={block} onChange={props.onChange} />
        </OptionsPopover>
      )}
      {block.kind === 'panel' && (
        <OptionsPopover label={words.settingsOf(name)}>
          <PanelOptions block={block} onChange={props.onChange} />
        </OptionsPopover>
      )}
      {block.kind === 'measurement' && (
        <OptionsPopover label={words.settingsOf(name)}>
          <MeasurementOptions block={block} onChange={props.onChange} />
        </OptionsPopover>
      )}
      <Tool label={words.moveUp(name)} isDisabled={props.isFirst} onClick={() => props.onMove(-1)}>
        <IconArrowUp size={16} />
      </Tool>
      <Tool label={words.moveDown(name)} isDisabled={props.isLast} onClick={() => props.onMove(1)}>
        <IconArrowDown size={16} />
      </Tool>
      <Tool label={words.remove(name)} onClick={props.onRemove}>
        <IconTrash size={16} />
      </Tool>
    </div>
  );
}

function Tool(props: { label: string; isDisabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={props.label}
        disabled={props.isDisabled ?? false}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

function OptionsPopover(props: { label: string; children: ReactNode }) {
  return (
    <Popover width={360} position="bottom-end" trapFocus withArrow={false}>
      <Popover.Target>
        <Tooltip label={props.label}>
          <ActionIcon variant="subtle" color="gray" aria-label={props.label}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>{props.children}</Popover.Dropdown>
    </Popover>
  );
}

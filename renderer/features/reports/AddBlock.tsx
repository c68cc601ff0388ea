import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconChartBar,
  IconChartLine,
  IconHeading,
  IconLetterCase,
  IconListNumbers,
  IconPlus,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { type BlockKind, type BlockSources, newBlock } from './report-form';
import classes from './reports.module.css';

const icons = {
  heading: IconHeading,
  text: IconLetterCase,
  comparison: IconTable,
  distribution: IconChartBar,
  panel: IconUsers,
  series: IconChartLine,
  measurement: IconListNumbers,
} as const;
const kinds = [
  'heading',
  'text',
  'comparison',
  'distribution',
  'panel',
  'series',
  'measurement',
] as const satisfies readonly BlockKind[];

/** A place where a part can be put into the report. */
export function AddBlock(props: {
  sources: BlockSources;
  look: 'between' | 'end';
  onAdd: (block: ReportBlock) => void;
}) {
  const { reportsUi } = useTexts();
  const words = reportsUi.blocks;
  const isEnd = props.look === 'end';
  return (
    <div className={isEnd ? classes.addEnd : classes.addBetween}>
      <Menu position="bottom-start">
        <Menu.Target>
          {isEnd ? (
            <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />}>
              {words.addEnd}
            </Button>
          ) : (
            <Tooltip label={words.add}>
              <ActionIcon size={20} radius="xl" variant="filled" aria-label={words.add}>
                <IconPlus size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((kind) => {
            const block = newBlock(kind, props.sources);
            const Sign = icons[kind];
            return (
              <Menu.Item
                key={kind}
                disabled={block === null}
                leftSection={<Sign size={16} />}
                onClick={() => block && props.onAdd(block)}
              >
                {words[kind]}
              </Menu.Item>
            );
          })}
          {props.sources.comparisonId === null && <Menu.Label>{words.noComparisons}</Menu.Label>}
          {!props.sources.measurementId && <Menu.Label maw={280}>{words.noMeasurements}</Menu.Label>}
          {!props.sources.series && <Menu.Label maw={280}>{words.noSeries}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconChartBar, IconHeading, IconLetterCase, IconPlus, IconTable } from '@tabler/icons-react';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { hasAnswerList } from '../comparison/AnswersFigure';
import { type BlockKind, newBlock, type ReportForm } from './report-form';
import classes from './reports.module.css';
import { latestOf } from './use-new-report';

const icons = {
  heading: IconHeading,
  text: IconLetterCase,
  comparison: IconTable,
  distribution: IconChartBar,
} as const;
const kinds = ['heading', 'text', 'comparison', 'distribution'] as const satisfies readonly BlockKind[];

/** A place where a part can be put into the report. */
export function AddBlock(props: {
  form: ReportForm;
  look: 'between' | 'end';
  onAdd: (block: ReportBlock) => void;
}) {
  const { reportsUi } = useTexts();
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const variables = useVariables();
  const used = props.form.blocks.flatMap(({ block }) =>
    'comparisonId' in block ? [block.comparisonId] : [],
  );
  const comparisonId = used.at(-1) ?? latestOf(comparisons)?.id ?? null;
  const scale =
    variables.all.find((each) => each.type === 'ordinal' && each.role === 'measure') ??
    variables.all.find(hasAnswerList);
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
            const block = newBlock(kind, { comparisonId, variableId: scale?.id ?? null });
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
          {comparisonId === null && <Menu.Label>{words.noComparisons}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

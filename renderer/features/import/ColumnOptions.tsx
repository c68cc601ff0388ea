import { Button, Title } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { ColumnPlan } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { OrderedOptions } from '../../ui/OrderedOptions';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import { hasOptionList } from './recode-edits';

/** The answers a list or a scale has, in their order, which can be changed one by one or turned round at once. */
export function ColumnOptions(props: { plan: ColumnPlan; onChange: (change: Partial<ColumnPlan>) => void }) {
  const { plan, onChange } = props;
  const { import: text, importColumns: words } = useTexts();
  if (!hasOptionList(plan) || plan.options.length === 0) return null;
  const isScale = plan.type === 'ordinal';
  return (
    <section>
      <Title order={3}>{text.columnPanel.optionsTitle}</Title>
      <p className={importClasses.stepText}>
        {isScale ? text.columnPanel.optionsOrdinal : text.columnPanel.optionsText}
      </p>
      {isScale && (
        <Button
          variant="default"
          size="compact-sm"
          mt={8}
          leftSection={<IconArrowsSort size={16} aria-hidden />}
          onClick={() => onChange({ options: plan.options.toReversed() })}
        >
          {words.panel.turnScale}
        </Button>
      )}
      <div className={`${classes.block} ${plan.options.length > 12 ? classes.scroll : ''}`}>
        <OrderedOptions
          label={text.columnPanel.optionsTitle}
          options={plan.options}
          onChange={(options) => onChange({ options })}
        />
      </div>
    </section>
  );
}

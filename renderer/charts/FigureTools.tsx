import { Button, Menu } from '@mantine/core';
import { IconChartDots3, IconCopy, IconDownload, IconTable } from '@tabler/icons-react';
import type { ChartSpec } from '../../shared/charts';
import { useTexts } from '../state/preferences';
import { useDoneToast } from '../state/toasts';
import { copyFigure, tableAsTabs } from './copy-figure';
import classes from './figure.module.css';

export type FigureFormat = 'svg' | 'png';

/** Chart or table, copy, and save. Saving goes through the engine so that the file is the report's own figure. */
export function FigureTools(props: {
  spec: ChartSpec;
  isTable: boolean;
  onToggle: () => void;
  onSave: ((format: FigureFormat) => void) | undefined;
}) {
  const { figure } = useTexts();
  const say = useDoneToast();
  const { spec, isTable } = props;
  function copy(work: () => Promise<void>): void {
    work().then(
      () => say(figure.copied),
      () => say(figure.copyFailed),
    );
  }
  const Toggle = isTable ? IconChartDots3 : IconTable;
  const look = { variant: 'subtle', color: 'gray', size: 'compact-sm' } as const;
  return (
    <div className={classes.tools}>
      <Button
        {...look}
        leftSection={<Toggle size={16} aria-hidden />}
        onClick={props.onToggle}
        aria-pressed={isTable}
      >
        {isTable ? figure.asChart : figure.asTable}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button {...look} leftSection={<IconCopy size={16} aria-hidden />}>
            {figure.copy}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy(() => copyFigure(spec))}>{figure.copyImage}</Menu.Item>
          <Menu.Item onClick={() => copy(() => navigator.clipboard.writeText(tableAsTabs(spec.table)))}>
            {figure.copyFigures}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {props.onSave && <SaveMenu onSave={props.onSave} />}
    </div>
  );
}

function SaveMenu(props: { onSave: (format: FigureFormat) => void }) {
  const { figure } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {figure.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onSave('svg')}>{figure.saveSvg}</Menu.Item>
        <Menu.Item onClick={() => props.onSave('png')}>{figure.savePng}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

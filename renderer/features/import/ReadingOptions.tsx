import { Button, Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useId } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { DialectAspects } from './DialectAspects';
import type { Aspect } from './dialect-choices';
import classes from './import.module.css';
import type { ImportWork } from './use-import-draft';

/** The aspects in which nothing unusual was found, and the table as it is read for use elsewhere. */
export function ReadingOptions(props: {
  aspects: readonly Aspect[];
  work: ImportWork;
  inspection: Inspection;
}) {
  const { inspection } = props;
  const { common, importReading } = useTexts();
  const text = importReading.aspects;
  const id = useId();
  const [isOpen, options] = useDisclosure(false);
  const { run, isRunning } = useCommand('import.exportTable');
  const save = useSaveOutput();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  async function exportTable(): Promise<void> {
    const file = await run({ fileId: inspection.fileId, corrections: inspection.dialect });
    if (file) await save(file, text.exported);
  }
  return (
    <div className={classes.options}>
      <UnstyledButton
        className={classes.optionsHead}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={options.toggle}
      >
        <Chevron size={16} aria-hidden /> {common.actions.options}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <DialectAspects {...props} />
        <div className={classes.aspect}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconDownload size={14} aria-hidden />}
            loading={isRunning}
            onClick={exportTable}
          >
            {text.export}
          </Button>
          <Text size="sm" c="dimmed" mt={6}>
            {text.exportHint}
          </Text>
        </div>
      </Collapse>
    </div>
  );
}

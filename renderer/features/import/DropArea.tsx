import { Button, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import classes from './import.module.css';

/** Where files are dropped or looked for; small once there is one. */
export function DropArea(props: { isActive: boolean; isSmall: boolean; onChoose: () => void }) {
  const { import: text, importReading: more } = useTexts();
  if (props.isSmall) {
    return (
      <div className={classes.dropSmall} data-active={props.isActive || undefined}>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onChoose}>
          {more.files.more}
        </Button>
        <Text size="sm" c="dimmed">
          {props.isActive ? text.file.dropActive : more.files.moreHint}
        </Text>
      </div>
    );
  }
  return (
    <div className={classes.drop} data-active={props.isActive || undefined}>
      <IconFileSpreadsheet size={36} stroke={1.3} className={classes.dropIcon} aria-hidden />
      <Title order={3}>{props.isActive ? text.file.dropActive : text.file.drop}</Title>
      <Text c="dimmed">{text.file.or}</Text>
      <Button mt={8} onClick={props.onChoose}>
        {text.file.choose}
      </Button>
      <Text size="sm" c="dimmed" mt={16} maw={440}>
        {text.file.formats} {text.file.formatsHint}
      </Text>
      <Text size="sm" c="dimmed" maw={440}>
        {more.files.one}
      </Text>
    </div>
  );
}

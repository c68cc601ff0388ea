import { Textarea } from '@mantine/core';
import classes from './inline.module.css';

/** Text edited where it stands: it looks like the document until it is pointed at or has the focus. */
export function InlineText(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  look?: 'title' | 'heading' | 'subtitle' | 'text' | 'caption';
  maxLength?: number;
  isSingleLine?: boolean;
}) {
  const { look = 'text', isSingleLine = look !== 'text' } = props;
  return (
    <Textarea
      autosize
      variant="unstyled"
      aria-label={props.label}
      placeholder={props.placeholder ?? ''}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      value={props.value}
      classNames={{ input: `${classes.inline} ${classes[look]}` }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        props.onChange(isSingleLine ? text.replaceAll(/\s*\n\s*/g, ' ') : text);
      }}
      onKeyDown={(event) => {
        if (isSingleLine && event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

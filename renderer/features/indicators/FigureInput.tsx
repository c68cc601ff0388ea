import { NumberInput } from '@mantine/core';
import { useLocale } from '../../state/preferences';

/** A number written as the reader's country does; `isShare` shows a share from 0 to 1 as a percentage. */
export function FigureInput(props: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  isShare?: boolean;
  placeholder?: string;
  width?: number;
}) {
  const { locale } = useLocale();
  const scale = props.isShare ? 100 : 1;
  const shown = props.value === null ? '' : Math.round(props.value * scale * 1e6) / 1e6;
  return (
    <NumberInput
      label={props.label}
      w={props.width ?? 140}
      placeholder={props.placeholder ?? ''}
      value={shown}
      decimalSeparator={locale === 'es' ? ',' : '.'}
      thousandSeparator={locale === 'es' ? '.' : ','}
      suffix={props.isShare ? ' %' : ''}
      hideControls
      onChange={(value) => props.onChange(typeof value === 'number' ? value / scale : null)}
    />
  );
}

import { Text, Title } from '@mantine/core';
import type { ColumnReceipt, Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './waves.module.css';

/** The cells of a column as a sum: those read are those kept and those that have no data, each for its reason. */
export function ColumnAccount(props: { column: ColumnReceipt; receipt: Receipt }) {
  const { column, receipt } = props;
  const { receipt: texts } = useTexts();
  const { locale } = useLocale();
  const text = texts.panel;
  const number = (value: number) => formatNumber(value, 0, locale);
  const parts = [
    { name: text.kept, count: column.kept },
    { name: text.blank, count: column.blank },
    ...column.missingByCode.map(({ code, count }) => ({ name: text.missing(code), count })),
    { name: text.notApplicable, count: column.notApplicable },
    { name: text.failed, count: column.failedTotal },
  ].filter(({ count }, index) => index === 0 || count > 0);
  return (
    <section>
      <Title order={3} mb={8}>
        {text.account}
      </Title>
      <ul className={classes.reasons}>
        {parts.map(({ name, count }) => (
          <li key={name}>
            <span>{name}</span>
            <span>{number(count)}</span>
          </li>
        ))}
        <li>
          <strong>{text.read}</strong>
          <strong>{number(column.read)}</strong>
        </li>
      </ul>
      {receipt.rowsSetAside > 0 && (
        <Text size="sm" c="dimmed">
          {text.setAside(number(receipt.rowsSetAside))}
        </Text>
      )}
    </section>
  );
}

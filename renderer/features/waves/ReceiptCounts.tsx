import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Receipt } from '../../../shared/domain/wave';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './waves.module.css';

/** Rows read are rows kept plus rows set aside, and a second reader counted the same. */
export function ReceiptCounts(props: { receipt: Receipt }) {
  const { receipt } = props;
  const { import: importText, receipt: texts, waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const number = (value: number) => formatNumber(value, 0, locale);
  const read = formatCount(receipt.rowsRead, importText.row, importText.rows, locale);
  const agrees = receipt.rowsSecondCount === receipt.rowsRead;
  const AgreeIcon = agrees ? IconCircleCheck : IconAlertTriangle;
  return (
    <section style={{ marginBlockEnd: 40 }}>
      <p className={classes.equation} aria-hidden>
        <Sum value={number(receipt.rowsRead)} name={text.read} />
        <span className={classes.sign}>=</span>
        <Sum value={number(receipt.rowsKept)} name={text.kept} />
        <span className={classes.sign}>+</span>
        <Sum value={number(receipt.rowsSetAside)} name={text.setAside} />
      </p>
      <p style={{ margin: 0 }}>
        {receipt.rowsSetAside === 0
          ? text.headlineAll(read)
          : text.headline(read, number(receipt.rowsKept), number(receipt.rowsSetAside))}
      </p>
      <div className={`${classes.agree} ${agrees ? '' : classes.disagree}`}>
        <AgreeIcon size={16} aria-hidden />
        <span>{(agrees ? texts.twice : texts.twiceWrong)(number(receipt.rowsSecondCount))}</span>
      </div>
    </section>
  );
}

function Sum(props: { value: string; name: string }) {
  return (
    <span className={classes.sum}>
      <span className={classes.figure}>{props.value}</span>
      <span className={classes.sumName}>{props.name}</span>
    </span>
  );
}

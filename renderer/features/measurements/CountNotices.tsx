import { useId } from 'react';
import type { MeasurementNotice } from '../../../shared/domain/measurement-result';
import { measurementNoticeText } from '../../../shared/text/measurements';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './measurements.module.css';

/** What a reader must know before the figures are used. */
export function CountNotices(props: { notices: readonly MeasurementNotice[] }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const id = useId();
  if (props.notices.length === 0) return null;
  return (
    <section className={classes.notices} aria-labelledby={id}>
      <h2 className={classes.noticesTitle} id={id}>
        {measurementsUi.result.notices}
      </h2>
      <ul>
        {props.notices.map((notice) => {
          const text = measurementNoticeText(notice, locale);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </section>
  );
}

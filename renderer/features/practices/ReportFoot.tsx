import { Link } from 'wouter';
import type { ReportId } from '../../../shared/domain/ids';
import { formatInstant } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { SyntheticBadge } from '../../ui/SyntheticBadge';
import classes from './practices.module.css';

/** The report that prints a figure and when it was made. */
export function ReportFoot(props: {
  isSynthetic: boolean;
  reportId: ReportId | null;
  reportTitle: string | null;
  renderedAt: string | null;
}) {
  const { practices } = useTexts();
  const { locale } = useLocale();
  const words = practices.claims;
  return (
    <p className={classes.cardFoot}>
      {props.isSynthetic && <SyntheticBadge />}
      {props.reportId && props.reportTitle !== null && (
        <span>
          <Link href={`/informes/${props.reportId}`}>{words.inReport(props.reportTitle)}</Link>,{' '}
          {props.renderedAt ? words.renderedAt(formatInstant(props.renderedAt, locale)) : words.notRendered}
        </span>
      )}
    </p>
  );
}

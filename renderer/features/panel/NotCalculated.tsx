import { listOf } from '../../../shared/text/panel-summaries';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './panel.module.css';
import { groupByReason } from './panel-rows';

/** What has no figure in a table, put together by reason; nothing where everything has one. */
export function NotCalculated(props: { absent: readonly { name: string; reason: string }[] }) {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  return groupByReason(props.absent).map(({ reason, names }) => (
    <p key={reason} className={classes.note}>
      {panelUi.notCalculated(listOf(names, locale), reason)}
    </p>
  ));
}

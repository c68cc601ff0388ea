import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { methodName, methodReason } from '../../../shared/text/statistics';
import { useLocale, useTexts } from '../../state/preferences';
import { SidePanel } from '../../ui/SidePanel';
import { Assumptions } from './Assumptions';
import classes from './detail.module.css';

/** The methods behind the changes of a chart, each with its reason and what it takes for granted. */
export function MethodsPanel(props: { result: ComparisonResult; isOpen: boolean; onClose: () => void }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const words = comparison.methods;
  return (
    <SidePanel isOpen={props.isOpen} onClose={props.onClose} title={words.title} size={560}>
      {usedMethods(props.result).map(({ method, changes }) => (
        <section key={method} className={classes.part}>
          <h3 className={classes.methodName}>{methodName(method, locale)}</h3>
          <p className={classes.detailText}>{words.used(formatNumber(changes, 0, locale))}</p>
          <p className={classes.reading}>{methodReason(method, locale)}</p>
          <Assumptions method={method} />
        </section>
      ))}
    </SidePanel>
  );
}

/** Each method of the changes shown with how many it gave, the most used first. */
export function usedMethods(result: ComparisonResult): { method: string; changes: number }[] {
  const counts = new Map<string, number>();
  for (const row of result.rows) {
    for (const change of row.changes) {
      if (change.status === 'shown') counts.set(change.method, (counts.get(change.method) ?? 0) + 1);
    }
  }
  return [...counts].map(([method, changes]) => ({ method, changes })).sort((a, b) => b.changes - a.changes);
}

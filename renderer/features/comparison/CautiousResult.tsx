import type { ChangeResult } from '../../../shared/domain/comparison';
import { leavesOutZero } from '../../../shared/text/caveats';
import { formatChangeInterval, formatP } from '../../../shared/text/format';
import { methodName } from '../../../shared/text/statistics';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { capital } from './capital';
import classes from './detail.module.css';
import type { ResultIndicator } from './result-rows';

/** The same change by a method that relies less on few clusters, and whether it leads to the same. */
export function CautiousResult(props: {
  change: ChangeResult;
  cautious: NonNullable<ChangeResult['cautious']>;
  indicator: ResultIndicator;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { change, cautious, indicator } = props;
  const words = comparison.detail;
  const facts: Fact[] = [
    { name: 'method', term: words.methodName, value: capital(methodName(cautious.method, locale)) },
    {
      name: 'interval',
      term: words.interval,
      value: formatChangeInterval(cautious.interval, indicator, locale),
    },
  ];
  if (cautious.test) {
    facts.push({ name: 'test', term: words.test, value: formatP(cautious.test.p, locale) });
  }
  const agrees = leavesOutZero(change.interval) === leavesOutZero(cautious.interval);
  return (
    <>
      <p className={classes.detailText}>{words.cautiousText}</p>
      <FactList facts={facts} />
      {cautious.interval && change.interval && (
        <p className={classes.conclusion}>{agrees ? words.cautiousAgrees : words.cautiousDiffers}</p>
      )}
    </>
  );
}

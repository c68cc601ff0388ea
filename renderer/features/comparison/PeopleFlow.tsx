import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './detail.module.css';

/** How many people both waves share and how many only one of them has, as a bar and as figures. */
export function PeopleFlow(props: { result: ComparisonResult; change: ChangeResult }) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, change } = props;
  const flow = result.flows.find((each) => each.followUpWaveId === change.followUpWaveId);
  const words = comparison.detail;
  const count = (value: number | null) => formatNumber(value, 0, locale);
  const isMatched = result.spec.linkage === 'matched';
  if (!flow) {
    const waves = [result.spec.baselineWaveId, change.followUpWaveId].flatMap((id) =>
      result.waves.filter((wave) => wave.id === id),
    );
    return (
      <dl className={classes.flowFacts}>
        {waves.map((wave) => (
          <div key={wave.id}>
            <dt>{wave.name}</dt>
            <dd>{count(wave.rows)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  const all = flow.onlyBaseline + flow.both + flow.onlyFollowUp;
  const baseline = flow.onlyBaseline + flow.both;
  const parts = [
    { key: 'baseline', label: words.onlyBaseline, people: flow.onlyBaseline },
    { key: 'both', label: words.both, people: flow.both },
    { key: 'follow-up', label: words.onlyFollowUp, people: flow.onlyFollowUp },
  ];
  return (
    <>
      <p className={classes.detailText}>{words.peopleHelp}</p>
      <div className={classes.flow} aria-hidden>
        {parts.map((part) => (
          <span key={part.key} data-part={part.key} style={{ flexGrow: all === 0 ? 1 : part.people }} />
        ))}
      </div>
      <dl className={classes.flowFacts}>
        {parts.map((part) => (
          <div key={part.key}>
            <dt data-part={part.key}>{part.label}</dt>
            <dd>{count(part.people)}</dd>
          </div>
        ))}
        {isMatched && (
          <div>
            <dt>{words.pairsUsed}</dt>
            <dd>{count(change.baseline.n)}</dd>
          </div>
        )}
      </dl>
      {baseline > 0 && (
        <p className={classes.detailText}>{words.stayed(formatPercent(flow.both / baseline, 0, locale))}</p>
      )}
    </>
  );
}

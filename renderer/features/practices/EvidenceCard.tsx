import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { ReportId } from '../../../shared/domain/ids';
import {
  formatChange,
  formatChangeRange,
  formatInterval,
  formatNumber,
  formatValue,
} from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import classes from './practices.module.css';
import { ReportFoot } from './ReportFoot';

/** A result as evidence: its sentence, the figure of each wave with interval and n, and the report that prints it. */
export function EvidenceCard(props: {
  /** Cut down to one row and one follow-up. */
  result: ComparisonResult;
  sentence: string | null;
  reportId: ReportId | null;
  reportTitle: string | null;
  renderedAt: string | null;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result } = props;
  const indicator = result.indicators[0];
  const change = result.rows[0]?.changes[0];
  return (
    <div className={classes.card}>
      {props.sentence && <p className={classes.cardSentence}>{props.sentence}</p>}
      {indicator && change && (
        <dl className={classes.cardFigures}>
          {[change.baseline, change.followUp].map((cell) => {
            const wave = result.waves.find((each) => each.id === cell.waveId);
            if (!wave) return null;
            return (
              <div key={cell.waveId}>
                <dt>
                  <MomentBadge moment={wave.moment} label={wave.name} />
                </dt>
                <dd>
                  {cell.status === 'suppressed' ? (
                    <ProtectedFigure />
                  ) : (
                    <>
                      <strong>{formatValue(cell.estimate, indicator, locale)}</strong>
                      <span>
                        {cell.interval && `${formatInterval(cell.interval, indicator, locale)} · `}n{' '}
                        {formatNumber(cell.n, 0, locale)}
                      </span>
                    </>
                  )}
                </dd>
              </div>
            );
          })}
          {change.status === 'shown' && (
            <div>
              <dt>{comparison.detail.change}</dt>
              <dd>
                <strong>{formatChange(change.change, indicator, locale)}</strong>
                <span>{formatChangeRange(change.interval, indicator, locale)}</span>
              </dd>
            </div>
          )}
        </dl>
      )}
      <ReportFoot
        isSynthetic={result.waves.some((wave) => wave.isSynthetic)}
        reportId={props.reportId}
        reportTitle={props.reportTitle}
        renderedAt={props.renderedAt}
      />
    </div>
  );
}

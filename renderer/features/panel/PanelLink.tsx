import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { Section } from '../../ui/Section';
import classes from './panel-link.module.css';

/** From the result of a comparison to who stayed: in how many people it rests, and where to see who was lost. */
export function PanelLink({ result }: { result: ComparisonResult }) {
  const { panelUi } = useTexts();
  const [address] = useLocation();
  const text = usePeopleText(result);
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const instruments = [result.spec.baselineWaveId, ...result.spec.followUpWaveIds].map(
    (id) => waves.find((wave) => wave.id === id)?.instrumentId,
  );
  const isMatched = result.spec.linkage === 'matched';
  const words = panelUi.link;
  // Waves of different questionnaires have neither people nor questions in common.
  if (new Set(instruments).size > 1) return null;
  return (
    <Section title={isMatched ? panelUi.title : words.independentTitle}>
      <div className={classes.line}>
        <p>{text}</p>
        <Button component={Link} href={`${address}/seguimiento`} variant="default">
          {isMatched ? words.open : words.openIndependent}
        </Button>
      </div>
    </Section>
  );
}

function usePeopleText({ spec, flows }: ComparisonResult): string {
  const { panelUi } = useTexts();
  const { locale } = useLocale();
  const words = panelUi.link;
  if (spec.linkage === 'independent') return words.independent;
  if (spec.followUpWaveIds.length > 1) return words.several;
  const [flow] = flows;
  if (!flow) return words.hidden;
  const baseline = flow.both + flow.onlyBaseline;
  return words.followed(
    formatNumber(flow.both, 0, locale),
    formatNumber(baseline, 0, locale),
    formatPercent(baseline === 0 ? null : flow.both / baseline, 1, locale),
  );
}

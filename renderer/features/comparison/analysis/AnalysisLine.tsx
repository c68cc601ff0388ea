import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { defaultAnalysis } from '../../../../shared/domain/comparison';
import { formatPercent } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import lines from '../design/design.module.css';
import type { SpecProps } from '../SpecBar';
import { AnalysisPanel } from './AnalysisPanel';

/** The choices of an evaluator in one line, and the way to change them. */
export function AnalysisLine({ spec, onChange }: SpecProps) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const [isOpen, panel] = useDisclosure(false);
  const words = comparison.analysis;
  const { proportionInterval, reliabilityStandard } = spec.analysis ?? defaultAnalysis;
  const standard =
    reliabilityStandard === 'none'
      ? words.noStandard
      : words.standardSummary(comparison.reliability.standards[reliabilityStandard]);
  const interval = proportionInterval === 'newcombe' ? '' : words.intervals[proportionInterval];
  const level = formatPercent(spec.confidenceLevel, 0, locale);
  return (
    <>
      <div className={lines.line}>
        <span className={lines.lineLabel}>{words.label}</span>
        <span>{spec.coverage === 'census' ? words.census : words.summary(level, interval, standard)}</span>
        <Anchor component="button" type="button" onClick={panel.open}>
          {words.open}
        </Anchor>
      </div>
      <AnalysisPanel spec={spec} onChange={onChange} isOpen={isOpen} onClose={panel.close} />
    </>
  );
}

import { Button, SegmentedControl, Select } from '@mantine/core';
import { AnalysisOptions, defaultAnalysis } from '../../../../shared/domain/comparison';
import { formatPercent } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import { SidePanel } from '../../../ui/SidePanel';
import { Answers } from '../design/Answers';
import classes from '../design/design.module.css';
import { Question } from '../design/Question';
import type { SpecProps } from '../SpecBar';
import { FamilyChoice } from './FamilyChoice';

const levels = [0.9, 0.95, 0.99];
const standards = AnalysisOptions.shape.reliabilityStandard.options;

/** What an evaluator may choose about a comparison; the result follows each change. */
export function AnalysisPanel(props: SpecProps & { isOpen: boolean; onClose: () => void }) {
  const { spec, onChange } = props;
  const { common, comparison } = useTexts();
  const { locale } = useLocale();
  const settings = useQueryMethod('project.current', {}).data?.project?.settings;
  const usualLevel = settings?.confidenceLevel ?? 0.95;
  const words = comparison.analysis;
  const analysis = spec.analysis ?? defaultAnalysis;
  const change = (part: Partial<AnalysisOptions>) => onChange({ analysis: { ...analysis, ...part } });
  const offered = levels.includes(spec.confidenceLevel) ? levels : [...levels, spec.confidenceLevel].sort();
  const isUsual =
    JSON.stringify(analysis) === JSON.stringify(defaultAnalysis) && spec.confidenceLevel === usualLevel;
  return (
    <SidePanel
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={words.title}
      size={560}
      footer={
        <>
          <Button
            variant="default"
            disabled={isUsual}
            onClick={() => onChange({ analysis: undefined, confidenceLevel: usualLevel })}
          >
            {words.reset}
          </Button>
          <Button onClick={props.onClose}>{common.actions.close}</Button>
        </>
      }
    >
      <p className={classes.purpose}>{words.purpose}</p>
      <p className={classes.stand}>{spec.coverage === 'census' && words.censusNote}</p>
      <Question title={words.level}>
        <p className={classes.note}>{words.levelHelp}</p>
        <SegmentedControl
          aria-label={words.level}
          value={String(spec.confidenceLevel)}
          data={offered.map((level) => ({ value: String(level), label: formatPercent(level, 0, locale) }))}
          onChange={(level) => onChange({ confidenceLevel: Number(level) })}
        />
      </Question>
      <FamilyChoice
        spec={spec}
        chosen={analysis.familyIndicatorIds}
        onChange={(familyIndicatorIds) => change({ familyIndicatorIds })}
      />
      <Question title={words.standard}>
        <p className={classes.note}>{words.standardHelp}</p>
        <Select
          aria-label={words.standard}
          maw={280}
          value={analysis.reliabilityStandard}
          data={standards.map((each) => ({ value: each, label: comparison.reliability.standards[each] }))}
          onChange={(value) => {
            const chosen = standards.find((each) => each === value);
            if (chosen) change({ reliabilityStandard: chosen });
          }}
        />
      </Question>
      <Question title={words.interval}>
        <p className={classes.note}>{words.intervalHelp}</p>
        <Answers
          label={words.interval}
          value={analysis.proportionInterval}
          answers={(['newcombe', 'miettinen-nurminen'] as const).map((each) => ({
            value: each,
            title: words.intervals[each],
            help: words.intervalHelps[each],
          }))}
          onChange={(proportionInterval) => change({ proportionInterval })}
        />
      </Question>
      <Question title={words.zeros}>
        <p className={classes.note}>{words.zerosHelp}</p>
        <Answers
          label={words.zeros}
          value={analysis.zeroRule}
          answers={(['wilcoxon', 'pratt'] as const).map((each) => ({
            value: each,
            title: words.zeroRules[each],
            help: words.zeroHelps[each],
          }))}
          onChange={(zeroRule) => change({ zeroRule })}
        />
      </Question>
    </SidePanel>
  );
}

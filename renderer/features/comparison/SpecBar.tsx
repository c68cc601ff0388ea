import { Select } from '@mantine/core';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { AnalysisLine } from './analysis/AnalysisLine';
import { BreakdownPicker } from './BreakdownPicker';
import classes from './comparison.module.css';
import { DesignDiffers, DesignLine } from './design/DesignLine';
import { FollowUpPicker } from './FollowUpPicker';
import { IndicatorPicker } from './IndicatorPicker';

export type SpecProps = {
  spec: ComparisonSpec;
  onChange: (change: Partial<ComparisonSpec>) => void;
};

/** The panel of the declared design, which an error of the result may open as well. */
export type DesignPanelState = { isOpen: boolean; open: () => void; close: () => void };

/** What is compared, by which design and for whom; the result below follows each change. */
export function SpecBar({ spec, onChange, designPanel }: SpecProps & { designPanel: DesignPanelState }) {
  const { comparison } = useTexts();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const words = comparison.spec;
  const instrumentId = waves.find((wave) => wave.id === spec.baselineWaveId)?.instrumentId ?? null;
  return (
    <section className={classes.bar} aria-label={words.label}>
      <div className={classes.controls}>
        <Select
          label={words.baseline}
          rightSectionWidth={28}
          className={classes.control}
          value={spec.baselineWaveId}
          data={waves.map((wave) => ({ value: wave.id as string, label: wave.name }))}
          onChange={(id) => {
            const wave = waves.find((each) => each.id === id);
            if (!wave) return;
            const rest = spec.followUpWaveIds.filter((each) => each !== wave.id);
            const other = waves.find((each) => each.id !== wave.id);
            onChange({
              baselineWaveId: wave.id,
              followUpWaveIds: rest.length > 0 || !other ? rest : [other.id],
            });
          }}
        />
        <FollowUpPicker spec={spec} onChange={onChange} waves={waves} />
        <IndicatorPicker spec={spec} onChange={onChange} />
        <BreakdownPicker spec={spec} onChange={onChange} waves={waves} />
        <AudienceSelect spec={spec} onChange={onChange} />
      </div>
      <div className={classes.facts}>
        <DesignLine spec={spec} instrumentId={instrumentId} onChange={onChange} panel={designPanel} />
        <AnalysisLine spec={spec} onChange={onChange} />
        <DesignDiffers spec={spec} instrumentId={instrumentId} onChange={onChange} />
      </div>
    </section>
  );
}

/** Who will read the result, which sets how small a group may be shown. */
function AudienceSelect({ spec, onChange }: SpecProps) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const settings = useQueryMethod('project.current', {}).data?.project?.settings;
  const words = comparison.spec;
  const help = {
    publication: settings?.thresholdPublication,
    internal: settings?.thresholdInternal,
  };
  return (
    <Select
      label={words.audience}
      rightSectionWidth={28}
      className={classes.control}
      value={spec.audience}
      comboboxProps={{ width: 280, position: 'bottom-end' }}
      data={[
        { value: 'publication', label: words.audiences.publication },
        { value: 'internal', label: words.audiences.internal },
      ]}
      renderOption={({ option }) => {
        const threshold = option.value === 'internal' ? help.internal : help.publication;
        return (
          <span>
            {option.label}
            {threshold !== undefined && (
              <span className={classes.optionHelp}>
                {words.audienceHelp(formatNumber(threshold, 0, locale))}
              </span>
            )}
          </span>
        );
      }}
      onChange={(value) => onChange({ audience: value === 'internal' ? 'internal' : 'publication' })}
    />
  );
}

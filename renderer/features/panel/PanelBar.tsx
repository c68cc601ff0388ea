import { Select } from '@mantine/core';
import type { PanelSpec } from '../../../shared/domain/panel';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { CompositionPicker } from './CompositionPicker';
import { levelText } from './level-text';
import classes from './panel.module.css';
import type { PanelDraft } from './use-panel-spec';

/** Which follow-up, what describes the people and who reads it; the rest is the comparison's, and said so. */
export function PanelBar({ draft, spec }: { draft: PanelDraft; spec: PanelSpec }) {
  const { comparison, panelUi } = useTexts();
  const { baseline, followUps, change } = draft;
  const words = panelUi.spec;
  return (
    <section className={classes.bar} aria-label={words.label}>
      <div className={classes.controls}>
        {followUps.length > 1 && (
          <Select
            label={comparison.spec.followUp}
            className={classes.control}
            value={spec.followUpWaveId as string}
            data={followUps.map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={(value) => {
              const chosen = followUps.find(({ id }) => id === value);
              if (chosen) change({ followUpWaveId: chosen.id });
            }}
          />
        )}
        <CompositionPicker
          candidates={draft.candidates}
          chosen={spec.compositionVariableIds}
          onChange={(compositionVariableIds) => change({ compositionVariableIds })}
        />
        <Select
          label={comparison.spec.audience}
          className={classes.control}
          value={spec.audience}
          data={[
            { value: 'publication', label: comparison.spec.audiences.publication },
            { value: 'internal', label: comparison.spec.audiences.internal },
          ]}
          onChange={(value) => change({ audience: value === 'internal' ? 'internal' : 'publication' })}
        />
      </div>
      <Inherited draft={draft} spec={spec} baselineName={baseline?.name ?? ''} />
    </section>
  );
}

function Inherited(props: { draft: PanelDraft; spec: PanelSpec; baselineName: string }) {
  const { comparison, panelUi } = useTexts();
  const { locale } = useLocale();
  const { draft, spec, baselineName } = props;
  const words = panelUi.spec;
  const count = spec.indicatorIds.length;
  const linkage = draft.comparison?.linkage === 'matched' ? words.matched : words.independent;
  return (
    <p className={classes.inherited}>
      {words.inherited(
        baselineName,
        count === 1 ? comparison.oneIndicator : comparison.indicatorsCount(formatNumber(count, 0, locale)),
        spec.coverage === 'census' ? words.census : linkage(levelText(spec.confidenceLevel, locale)),
      )}
    </p>
  );
}

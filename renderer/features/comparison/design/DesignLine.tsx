import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ComparisonSpec } from '../../../../shared/domain/comparison';
import { isSimpleSampling } from '../../../../shared/domain/design';
import type { InstrumentId } from '../../../../shared/domain/ids';
import { designLine } from '../../../../shared/text/design';
import { useLocale, useTexts } from '../../../state/preferences';
import { Tag } from '../../../ui/Tag';
import type { DesignPanelState } from '../SpecBar';
import { DesignPanel } from './DesignPanel';
import classes from './design.module.css';
import { clusterCount, type DesignDraft, designOf, isSameDesign } from './design-draft';
import { useDesign } from './use-design';

/** The design of a comparison in one line, whether it is the declared one, and the way to change it. */
export function DesignLine(props: {
  spec: ComparisonSpec;
  instrumentId: InstrumentId | null;
  onChange: (change: Partial<ComparisonSpec>) => void;
  panel: DesignPanelState;
}) {
  const { spec, instrumentId, onChange, panel } = props;
  const { design: words } = useTexts();
  const { locale } = useLocale();
  const known = useDesign(instrumentId);
  const current = designOf(spec);
  const declared = known.declared ? designOf(known.declared) : null;
  const lineOf = (design: DesignDraft) =>
    designLine(design, known.labelOf, clusterCount(design, known.hints), locale);
  const take = (design: DesignDraft) => onChange(specPart(design));
  return (
    <>
      <div className={classes.line}>
        <span className={classes.lineLabel}>{words.line.label}</span>
        <span>{lineOf(current)}</span>
        {known.proposal && declared === null && <Tag>{words.line.notDeclared}</Tag>}
        <Anchor component="button" type="button" onClick={panel.open}>
          {declared === null ? words.line.declare : words.line.change}
        </Anchor>
      </div>
      {declared !== null && !isSameDesign(current, declared) && (
        <div className={classes.differs} role="status">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{words.line.differs(lineOf(declared))}</span>
          <Button size="compact-xs" variant="default" onClick={() => take(declared)}>
            {words.line.useDeclared}
          </Button>
        </div>
      )}
      <DesignPanel
        instrumentId={instrumentId}
        start={current}
        isOpen={panel.isOpen}
        onClose={panel.close}
        onSaved={take}
        onTry={take}
      />
    </>
  );
}

/** A design as part of a comparison, which leaves out a sampling in which nothing is declared. */
function specPart({ coverage, linkage, sampling }: DesignDraft): Partial<ComparisonSpec> {
  return { coverage, linkage, sampling: isSimpleSampling(sampling) ? undefined : sampling };
}

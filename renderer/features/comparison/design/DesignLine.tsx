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

/** The design of a comparison in one line and the way to change it. */
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
  const isDeclared = known.declared !== null;
  const line = designLine(current, known.labelOf, clusterCount(current, known.hints), locale);
  const take = (design: DesignDraft) => onChange(specPart(design));
  return (
    <>
      <div className={classes.line}>
        <span className={classes.lineLabel}>{words.line.label}</span>
        <span>{line}</span>
        {known.proposal && !isDeclared && <Tag>{words.line.notDeclared}</Tag>}
        <Anchor component="button" type="button" onClick={panel.open}>
          {isDeclared ? words.line.change : words.line.declare}
        </Anchor>
      </div>
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

/** Says where a comparison does not use the declared design, and takes it with one press. */
export function DesignDiffers(props: {
  spec: ComparisonSpec;
  instrumentId: InstrumentId | null;
  onChange: (change: Partial<ComparisonSpec>) => void;
}) {
  const { design: words } = useTexts();
  const { locale } = useLocale();
  const known = useDesign(props.instrumentId);
  if (!known.declared) return null;
  const declared = designOf(known.declared);
  if (isSameDesign(designOf(props.spec), declared)) return null;
  const line = designLine(declared, known.labelOf, clusterCount(declared, known.hints), locale);
  return (
    <div className={classes.differs} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{words.line.differs(line)}</span>
      <Button size="compact-xs" variant="default" onClick={() => props.onChange(specPart(declared))}>
        {words.line.useDeclared}
      </Button>
    </div>
  );
}

/** A design as part of a comparison, which leaves out a sampling in which nothing is declared. */
function specPart({ coverage, linkage, sampling }: DesignDraft): Partial<ComparisonSpec> {
  return { coverage, linkage, sampling: isSimpleSampling(sampling) ? undefined : sampling };
}

import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';

type CaptionedBlock = Extract<ReportBlock, { caption: string }>;

/** What is written under the figure of a block, edited in its place. */
export function BlockCaption(props: { block: CaptionedBlock; onChange: (block: ReportBlock) => void }) {
  const { blocks } = useTexts().reportsUi;
  const { block, onChange } = props;
  return (
    <InlineText
      look="caption"
      label={blocks.caption}
      placeholder={blocks.captionPlaceholder}
      maxLength={500}
      value={block.caption}
      onChange={(caption) => onChange({ ...block, caption })}
    />
  );
}

import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { ComparisonBody } from './ComparisonBody';
import { DistributionBody } from './DistributionBody';
import { MeasurementBody } from './MeasurementBody';
import { PanelBody } from './PanelBody';
import type { ReportForm } from './report-form';
import { SeriesBody } from './SeriesBody';

/** One part of the report as it reads: words to edit in place, or live figures. */
export function BlockBody(props: {
  block: ReportBlock;
  form: ReportForm;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi } = useTexts();
  const { block, onChange } = props;
  const words = reportsUi.blocks;
  switch (block.kind) {
    case 'heading':
      return (
        <InlineText
          look="heading"
          label={words.heading}
          placeholder={words.headingPlaceholder}
          maxLength={300}
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'text':
      return (
        <InlineText
          label={words.text}
          placeholder={words.textPlaceholder}
          maxLength={20_000}
          value={block.text}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'comparison':
      return <ComparisonBody block={block} audience={props.form.audience} onChange={onChange} />;
    case 'distribution':
      return <DistributionBody block={block} audience={props.form.audience} onChange={onChange} />;
    case 'series':
      return <SeriesBody block={block} audience={props.form.audience} onChange={onChange} />;
    case 'panel':
      return <PanelBody block={block} audience={props.form.audience} onChange={onChange} />;
    case 'measurement':
      return <MeasurementBody block={block} audience={props.form.audience} onChange={onChange} />;
  }
}

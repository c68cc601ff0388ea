import type { Measurement, MeasurementResult } from '../../../shared/domain/measurement';
import type { ReportBlock } from '../../../shared/domain/report';
import type { PartContext } from './comparison-parts';
import type { DocumentPart } from './document';

export type MeasurementBlock = Extract<ReportBlock, { kind: 'measurement' }>;

/** The parts of a register counted on its own: sentences, figures and tables, as the analyst chose them. */
export function measurementParts(
  block: MeasurementBlock,
  { measurement }: { measurement: Measurement; result: MeasurementResult },
  { headingLevel }: PartContext,
): DocumentPart[] {
  return [{ kind: 'heading', level: headingLevel, text: block.caption.trim() || measurement.name }];
}

import type { Inspection } from '../../../shared/domain/import';
import type { ImportWork } from './use-import-draft';

/** What every step gets: the import at hand and the ways on and back. */
export type StepProps = { work: ImportWork; onBack: () => void; onNext: () => void };
/** Steps after the file also get what was found in it. */
export type InspectedStepProps = StepProps & { inspection: Inspection };

import type { Instrument } from '../../../shared/domain/instrument';
import type { CountForm } from './count-form';
import type { KnownData } from './propose-count';

/** What every field of a count needs: the form, the register it is about, and how to change it. */
export type FieldProps = {
  form: CountForm;
  instrument: Instrument;
  known: KnownData;
  change: (part: Partial<CountForm>) => void;
};

import { z } from 'zod';
import { InstrumentId, IsoDate, IsoInstant, VariableId, WaveId } from './ids';

/** Who somebody is, as the vault alone knows it; null for what it does not hold. Never stored in the project. */
export const PersonDetails = z.strictObject({
  identifier: z.string().nullable(),
  name: z.string().nullable(),
  birthDate: IsoDate.nullable(),
  group: z.string().nullable(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** One row of a wave, by its line in the file it came from. */
export const PersonPlace = z.strictObject({ waveId: WaveId, line: z.int().positive() });
export type PersonPlace = z.infer<typeof PersonPlace>;

/** A row of a wave as a person: its pseudonym (null without identifier), its groups, and details while the vault is open. */
export const PersonRow = z.strictObject({
  ...PersonPlace.shape,
  person: z.string().nullable(),
  groups: z.array(
    z.strictObject({ variableId: VariableId, label: z.string(), value: z.string().nullable() }),
  ),
  details: PersonDetails.nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const linkReasons = [
  'same-name',
  'similar-name',
  'same-birth-date',
  'similar-birth-date',
  'same-group',
  'identifier-one-digit',
  'identifier-swapped-digits',
  'identifier-check-digit',
] as const;

/** Two rows that may be one person; never joined without a decision. `score` 0 to 1. */
export const PersonPair = z.strictObject({
  left: PersonRow,
  right: PersonRow,
  score: z.number().min(0).max(1),
  reasons: z.array(z.enum(linkReasons)),
});
export type PersonPair = z.infer<typeof PersonPair>;

/** What an analyst decided about two pseudonyms, or a table of IPE and RUN said. Holds pseudonyms only. */
export const PersonLink = z.strictObject({
  id: z.string().regex(/^lnk_[a-z0-9]{6,32}$/),
  kind: z.enum(['alias-table', 'reviewed', 'different']),
  /** The pseudonym kept; null where rows without identifier were told apart. */
  kept: z.string().nullable(),
  /** The pseudonym that stands for the same person; null for a row that had none. */
  joined: z.string().nullable(),
  places: z.array(PersonPlace),
  /** Rows whose pseudonym was replaced, with the one before. */
  changes: z.array(
    z.strictObject({ ...PersonPlace.shape, variableId: VariableId, before: z.string().nullable() }),
  ),
  decidedBy: z.string().min(1).max(120),
  reason: z.string().min(1).max(500),
  decidedAt: IsoInstant,
});
export type PersonLink = z.infer<typeof PersonLink>;

/** How one wave's rows are identified. */
export const WaveIdentification = z.strictObject({
  waveId: WaveId,
  rows: z.int().nonnegative(),
  withIdentifier: z.int().nonnegative(),
  withoutIdentifier: z.int().nonnegative(),
  wrongCheckDigit: z.int().nonnegative(),
  /** Rows set aside because their identifier, or the whole row, stood before. */
  repeated: z.int().nonnegative(),
});

export const PeopleOverview = z.strictObject({
  instrumentId: InstrumentId,
  /** The identifier the waves share; null where there is none. */
  identifier: z.strictObject({ variableId: VariableId, label: z.string() }).nullable(),
  waves: z.array(WaveIdentification),
  /** Each later wave against the first one. */
  flows: z.array(
    z.strictObject({
      baselineWaveId: WaveId,
      followUpWaveId: WaveId,
      both: z.int().nonnegative(),
      onlyBaseline: z.int().nonnegative(),
      onlyFollowUp: z.int().nonnegative(),
    }),
  ),
  links: z.int().nonnegative(),
  /** Whether names and birth dates can be compared: the vault holds them and is open. */
  details: z.enum(['available', 'locked', 'none']),
});
export type PeopleOverview = z.infer<typeof PeopleOverview>;

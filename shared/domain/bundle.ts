import { z } from 'zod';
import { Audience } from './comparison';
import { EvidenceProblem, EvidenceStrength } from './evidence';
import { ClaimId, IsoDate, IsoInstant, Sha256 } from './ids';
import { StatedFigure } from './practice';

export const bundleFormat = 'linea-base-evidence-bundle';
export const bundleVersion = 1;

/** Where a file lies in the bundle: letters, digits, points, hyphens, and folders one below the other. */
export const BundlePath = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/);

export const BundleFile = z.strictObject({
  path: BundlePath,
  role: z.enum(['sheet', 'record', 'evidence', 'report', 'data', 'readme']),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
});
export type BundleFile = z.infer<typeof BundleFile>;

/** A claim with its place on the ladder, the data behind it, and the file and row that hold its figure. */
export const BundleClaim = z.strictObject({
  id: ClaimId,
  text: z.string(),
  strength: EvidenceStrength,
  status: z.enum(['no-evidence', 'current', 'outdated', 'broken']),
  problems: z.array(EvidenceProblem),
  stated: StatedFigure.nullable(),
  sentence: z.string().nullable(),
  data: z.array(z.strictObject({ wave: z.string(), sha256: Sha256, isSynthetic: z.boolean() })),
  resultSha256: Sha256.nullable(),
  report: z
    .strictObject({
      title: z.string(),
      audience: Audience,
      renderedAt: IsoInstant.nullable(),
      /** `isAsRendered`: the same bytes as the file made last; null where none of this format was made. */
      files: z.array(z.strictObject({ path: BundlePath, isAsRendered: z.boolean().nullable() })),
    })
    .nullable(),
  /** The row of the table of data with the figure, by its column `clave`. */
  figure: z.strictObject({ path: BundlePath, key: z.string() }).nullable(),
});
export type BundleClaim = z.infer<typeof BundleClaim>;

/** What `manifest.json` says: every file but itself and `SHA256SUMS`. */
export const BundleManifest = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  application: z.strictObject({ name: z.string(), version: z.string() }),
  practice: z.strictObject({ title: z.string(), municipality: z.string() }),
  /** The day of the latest change or rendering in it, not of the export. */
  date: IsoDate,
  isSynthetic: z.boolean(),
  files: z.array(BundleFile).min(1).max(2000),
  claims: z.array(BundleClaim),
});
export type BundleManifest = z.infer<typeof BundleManifest>;

/** The part of Data Package (version 2) and Table Schema that the tables of a bundle use. */
const TableField = z.strictObject({
  name: z.string(),
  title: z.string(),
  type: z.enum(['string', 'number', 'integer']),
  decimalChar: z.literal(',').optional(),
  categories: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
});
export type TableField = z.infer<typeof TableField>;
export const DataPackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  resources: z
    .array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        path: BundlePath,
        type: z.literal('table'),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        bytes: z.int().nonnegative(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        dialect: z.strictObject({ delimiter: z.literal(';'), lineTerminator: z.literal('\r\n') }),
        schema: z.strictObject({
          $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
          fields: z.array(TableField).min(1),
          missingValues: z.array(z.strictObject({ value: z.string(), label: z.string() })),
          primaryKey: z.array(z.string()),
        }),
      }),
    )
    .min(1),
});
export type DataPackage = z.infer<typeof DataPackage>;

export const bundleChecks = [
  'zip-readable',
  'manifest-valid',
  'files-complete',
  'files-known',
  'files-unchanged',
  'sums-agree',
  'claims-linked',
  'data-valid',
] as const;
/** One thing that was checked; `problems` name files and places, never what cells say. */
export type BundleCheck = {
  id: (typeof bundleChecks)[number];
  problems: readonly { code: BundleProblemCode; subject: string; row?: number; field?: string }[];
};
export type BundleProblemCode =
  | 'missing'
  | 'added'
  | 'changed'
  | 'unsafe'
  | 'repeated'
  | 'tooLarge'
  | 'unreadable'
  | 'invalid'
  | 'disagrees'
  | 'unlinked'
  | 'cell';

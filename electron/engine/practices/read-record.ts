import { z } from 'zod';
import { ClaimId } from '../../../shared/domain/ids';
import { blankPractice, EvidenceLink, PracticeDraft, recordVersion } from '../../../shared/domain/practice';
import { AppError, type ErrorDetails } from '../../../shared/errors';

/** A record out of a file: what was taken, and what could not be. */
export type ReadRecord = {
  draft: PracticeDraft;
  /** Fields that this version does not know, as dotted paths. */
  ignoredFields: string[];
  /** Texts of the claims whose link cannot be read. */
  lostLinks: string[];
};

const RawObject = z.record(z.string(), z.unknown());
type RawObject = z.infer<typeof RawObject>;

/** What a record of any version carries besides its content; a new record gets its own. */
const envelope = ['schemaVersion', 'slug', 'id', 'createdAt', 'updatedAt'];

/**
 * A record of this version or an earlier one, from JSON that anybody may have written. What is absent stays empty;
 * fields nobody knows are named, never kept. `where` says which record of which file for the messages. Throws
 * `record-newer`, and `record-unrecognised` with the field and the reason.
 */
export function readRecord(raw: unknown, newId: (prefix: string) => string, where: ErrorDetails): ReadRecord {
  const found = RawObject.safeParse(raw);
  if (!found.success) throw new AppError('record-unrecognised', { ...where, reason: 'not-a-record' });
  const record = found.data;
  const named = { ...where, title: typeof record.title === 'string' ? record.title.slice(0, 300) : null };
  refuseNewer(record.schemaVersion, named);
  const slug = typeof record.slug === 'string' && record.slug !== '' ? record.slug : null;
  const content = Object.fromEntries(Object.entries(record).filter(([key]) => !envelope.includes(key)));
  const claims = readClaims(content.claims, newId);
  const filled = over(RawObject.parse(blankPractice('')), {
    templateSlug: slug,
    ...content,
    claims: claims.claims,
  });
  return { ...parseLeavingUnknown(filled, named), lostLinks: claims.lostLinks };
}

/** Throws `record-newer` where a file or a record says that a later version of the application wrote it. */
export function refuseNewer(version: unknown, where: ErrorDetails): void {
  if (typeof version === 'number' && version > recordVersion) {
    throw new AppError('record-newer', { ...where, version, known: recordVersion });
  }
}

/** What is given laid over what an empty record has, at every depth, so that what is absent stays empty. */
function over(blank: RawObject, given: RawObject): RawObject {
  return Object.fromEntries(
    Object.entries({ ...blank, ...given }).map(([key, value]) => {
      const inner = RawObject.safeParse(blank[key]);
      const part = RawObject.safeParse(value);
      return [key, inner.success && part.success ? over(inner.data, part.data) : value];
    }),
  );
}

/** Claims with fresh ids, so that one record can be read twice; the key of a shipped claim is not kept. */
function readClaims(
  claims: unknown,
  newId: (prefix: string) => string,
): { claims: unknown; lostLinks: string[] } {
  if (claims === undefined) return { claims: [], lostLinks: [] };
  const list = z.array(RawObject).safeParse(claims);
  if (!list.success) return { claims, lostLinks: [] };
  const lostLinks: string[] = [];
  const read = list.data.map(({ key: _key, id: _id, evidence = null, ...claim }) => {
    const link = EvidenceLink.nullable().safeParse(evidence);
    if (!link.success) lostLinks.push(String(claim.text));
    return { ...claim, id: ClaimId.parse(newId('clm')), evidence: link.success ? link.data : null };
  });
  return { claims: read, lostLinks };
}

function parseLeavingUnknown(
  record: RawObject,
  where: ErrorDetails,
): { draft: PracticeDraft; ignoredFields: string[] } {
  const parsed = PracticeDraft.safeParse(record);
  if (parsed.success) return { draft: parsed.data, ignoredFields: [] };
  const unknown = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  if (unknown.length === 0) throw new AppError('record-unrecognised', { ...where, ...problem(parsed.error) });
  const known = unknown.reduce<unknown>((rest, path) => without(rest, path), record);
  const again = PracticeDraft.safeParse(known);
  if (!again.success) throw new AppError('record-unrecognised', { ...where, ...problem(again.error) });
  return { draft: again.data, ignoredFields: unknown.map((path) => path.map(String).join('.')) };
}

/** The same value without what lies at the path. */
function without(value: unknown, [first, ...rest]: readonly PropertyKey[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === first ? without(item, rest) : item));
  }
  const object = RawObject.safeParse(value);
  if (!object.success || first === undefined) return value;
  return Object.fromEntries(
    Object.entries(object.data).flatMap(([key, inner]) => {
      if (key !== first) return [[key, inner]];
      return rest.length === 0 ? [] : [[key, without(inner, rest)]];
    }),
  );
}

function problem(error: z.ZodError): ErrorDetails {
  const [issue] = error.issues;
  return { field: issue?.path.map(String).join('.') ?? '', reason: reasonOf(issue?.code) };
}

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'invalid_type':
      return 'wrong-kind';
    case 'too_big':
      return 'too-much';
    case 'too_small':
      return 'too-little';
    default:
      return 'not-allowed';
  }
}

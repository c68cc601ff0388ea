import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type BundleCheck, BundleManifest, bundleChecks } from '../../../shared/domain/bundle';
import { AppError } from '../../../shared/errors';
import { checkData, parseJson, type TableKeys } from './check-data';
import { type ReadZip, readZip } from './read-zip';

type Problems = BundleCheck['problems'][number][];
/** What a check of a bundle found; `sha256` is of the zip itself. */
export type BundleVerdict = {
  fileName: string;
  sha256: string;
  isValid: boolean;
  practice: string | null;
  date: string | null;
  applicationVersion: string | null;
  checks: BundleCheck[];
};

const manifestPath = 'manifest.json';
const sumsPath = 'SHA256SUMS';
const texts = new Set([manifestPath, sumsPath]);

/**
 * Checks a bundle of evidence without a project and without unpacking it: that it is a safe zip, that nothing is missing,
 * added or changed, that both lists of hashes agree, that claims point at what is there and that the tables read as
 * described. Throws `file-missing`, and `bundle-unrecognised` for a file that is no zip or has no manifest.
 */
export async function verifyBundle(filePath: string): Promise<BundleVerdict> {
  const fileName = path.basename(filePath);
  const sha256 = await hashFile(filePath).catch((error: unknown) => {
    throw new AppError('file-missing', { fileName }, { cause: error });
  });
  const zip = await readZip(filePath, (name) => texts.has(name) || name.startsWith('datos/')).catch(
    (error: unknown) => {
      throw new AppError('bundle-unrecognised', { fileName }, { cause: error });
    },
  );
  const raw = zip.entries.get(manifestPath);
  if (!raw && zip.problems.length === 0) throw new AppError('bundle-unrecognised', { fileName });
  const parsed = BundleManifest.safeParse(parseJson(raw?.text ?? null));
  const manifest = parsed.success ? parsed.data : null;
  const found = {
    'zip-readable': zip.problems,
    'manifest-valid': manifest ? [] : [{ code: 'invalid' as const, subject: manifestPath }],
    ...(manifest ? checkFiles(zip, manifest) : noFiles),
  };
  const checks = bundleChecks.map((id): BundleCheck => ({ id, problems: found[id] }));
  return {
    fileName,
    sha256,
    isValid: checks.every(({ problems }) => problems.length === 0),
    practice: manifest?.practice.title ?? null,
    date: manifest?.date ?? null,
    applicationVersion: manifest?.application.version ?? null,
    checks,
  };
}

type FileChecks = Record<Exclude<BundleCheck['id'], 'zip-readable' | 'manifest-valid'>, Problems>;
const unread: Problems = [{ code: 'invalid', subject: manifestPath }];
const noFiles: FileChecks = {
  'files-complete': unread,
  'files-known': unread,
  'files-unchanged': unread,
  'sums-agree': unread,
  'claims-linked': unread,
  'data-valid': unread,
};

function checkFiles({ entries }: ReadZip, manifest: BundleManifest): FileChecks {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const own = [manifestPath, sumsPath];
  const names = [...entries.keys()];
  const { problems, keys } = checkData(entries);
  return {
    'files-complete': [...listed.keys(), ...own]
      .filter((name) => !entries.has(name))
      .map((subject) => ({ code: 'missing', subject })),
    'files-known': names
      .filter((name) => !listed.has(name) && !own.includes(name))
      .map((subject) => ({ code: 'added', subject })),
    'files-unchanged': manifest.files
      .filter((file) => {
        const entry = entries.get(file.path);
        return entry && (entry.sha256 !== file.sha256 || entry.bytes !== file.bytes);
      })
      .map(({ path: subject }) => ({ code: 'changed', subject })),
    'sums-agree': checkSums({ entries }, listed.size, manifest),
    'claims-linked': checkClaims(manifest, keys),
    'data-valid': problems,
  };
}

/** `SHA256SUMS` names every file of the manifest and the manifest itself, each once, with the same hash. */
function checkSums({ entries }: Pick<ReadZip, 'entries'>, files: number, manifest: BundleManifest): Problems {
  const text = entries.get(sumsPath)?.text;
  if (text === null || text === undefined) return [{ code: 'missing', subject: sumsPath }];
  const lines = text.split('\n').filter((line) => line !== '');
  const expected = new Map<string, string>(manifest.files.map((file) => [file.path, file.sha256]));
  expected.set(manifestPath, entries.get(manifestPath)?.sha256 ?? '');
  const wrong = lines.flatMap((line): Problems => {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    const name = match?.[2] ?? '';
    return match && expected.get(name) === match[1] ? [] : [{ code: 'disagrees', subject: name || sumsPath }];
  });
  const isComplete = lines.length === files + 1 && new Set(lines).size === lines.length;
  return wrong.length > 0 || isComplete ? wrong : [{ code: 'disagrees', subject: sumsPath }];
}

function checkClaims({ files, claims }: BundleManifest, keys: TableKeys): Problems {
  const known = new Set(files.map((file) => file.path));
  return claims.flatMap(({ id, report, figure }): Problems => {
    const lost = (report?.files ?? []).filter((file) => !known.has(file.path));
    const isFound = figure === null || keys.get(figure.path)?.has(figure.key) === true;
    return [
      ...lost.map((file) => ({ code: 'unlinked' as const, subject: `${id}: ${file.path}` })),
      ...(isFound ? [] : [{ code: 'unlinked' as const, subject: `${id}: ${figure?.path ?? ''}` }]),
    ];
  });
}

async function hashFile(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath), hash);
  return hash.digest('hex');
}

import type { MethodOutput } from '../../../shared/contract';
import type { PersonLink } from '../../../shared/domain/people';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { foldText } from '../import/cell-shapes';
import type { Job } from '../import/job';
import {
  forgetFile,
  numberedRows,
  type PreparedFile,
  prepareFile,
  sourceColumn,
} from '../import/prepared-file';
import { openVault } from '../privacy/project-vault';
import { checkDigitSteps, normalised, pseudonymOf } from '../privacy/pseudonyms';
import { redactText } from '../privacy/redact-text';
import { currentPseudonyms, listLinks, replacePseudonym, storeLink } from './person-links';

type AliasReport = MethodOutput<'people.importAliases'>;
type AliasRow = { line: number; before: string; now: string };

const earlierHeader = /\bipe\b|anterior|antiguo|provisori/;
const laterHeader = /\b(run|rut)\b|nuevo|definitivo|actual/;

/**
 * Joins the people whom a table of two identifiers says to be the same, such as a pupil's IPE and the RUN given later. The table
 * is read in memory and not kept: what stays are pairs of pseudonyms. Throws those of a file that cannot be read, `plan-incomplete`
 * for a table without two columns, `vault-locked`.
 */
export async function importAliases(
  context: EngineContext,
  input: { fileId: string; decidedBy: string; reason: string },
  job: Job,
): Promise<AliasReport> {
  const prepared = await prepareFile(context, { fileId: input.fileId, corrections: {} }, job);
  try {
    const columns = aliasColumns(prepared);
    return await context.project().write(job.signal, async (session) => {
      const { secret } = await openVault(context, session);
      const report: AliasReport = { read: 0, linked: 0, unknown: 0, alreadyLinked: 0, refused: [] };
      const rows = await readAliases(session, prepared, columns, secret, report);
      for (const row of rows) await linkAlias(context, session, row, input, report);
      return report;
    });
  } finally {
    await forgetFile(context, input.fileId);
    await context.files.release(input.fileId);
  }
}

function aliasColumns({ detected, file }: PreparedFile): { before: number; now: number } {
  const headers = detected.headers.map(foldText);
  const before = headers.findIndex((header) => earlierHeader.test(header));
  const now = headers.findIndex((header, source) => source !== before && laterHeader.test(header));
  if (detected.width < 2)
    throw new AppError('plan-incomplete', { fileName: file.name, fields: ['IPE', 'RUN'] });
  return before >= 0 && now >= 0 ? { before, now } : { before: 0, now: 1 };
}

async function readAliases(
  session: Session,
  prepared: PreparedFile,
  columns: { before: number; now: number },
  secret: string,
  report: AliasReport,
): Promise<AliasRow[]> {
  const person = (source: number) => normalised(ident(sourceColumn(source)), 'rut');
  const isWrong = (text: ReturnType<typeof person>) => {
    const steps = checkDigitSteps(text);
    return sql`(case when ${steps.isRut} then ${steps.isWrong(steps.body)} else false end)`;
  };
  const rows = await session.all(
    sql`with pairs as (select line, ${person(columns.before)} as earlier, ${person(columns.now)} as later from ${numberedRows(prepared)})
        select line, coalesce(earlier, '') = '' or coalesce(later, '') = '' as is_blank, earlier = later as is_same,
          ${isWrong(sql`earlier`)} or ${isWrong(sql`later`)} as is_wrong,
          ${pseudonymOf(sql`earlier`, secret)} as joined, ${pseudonymOf(sql`later`, secret)} as kept
        from pairs order by line`,
  );
  report.read = rows.length;
  return rows.flatMap((row) => {
    const line = asCount(row.line);
    const reason =
      row.is_blank === true
        ? 'blank'
        : row.is_same === true
          ? 'same-identifier'
          : row.is_wrong === true
            ? 'check-digit'
            : null;
    if (reason === null) return [{ line, before: asText(row.joined), now: asText(row.kept) }];
    report.refused.push({ line, reason });
    return [];
  });
}

async function linkAlias(
  context: EngineContext,
  session: Session,
  { line, before, now }: AliasRow,
  { decidedBy, reason }: { decidedBy: string; reason: string },
  report: AliasReport,
): Promise<void> {
  const known = await listLinks(session);
  if (known.some(({ kind, joined }) => kind !== 'different' && joined === before)) {
    report.alreadyLinked += 1;
    return;
  }
  const kept = currentPseudonyms(known).get(now) ?? now;
  if (kept === before) {
    report.refused.push({ line, reason: 'same-identifier' });
    return;
  }
  let changes: PersonLink['changes'];
  try {
    changes = await replacePseudonym(session, before, kept);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'link-invalid') throw error;
    report.refused.push({ line, reason: 'same-wave' });
    return;
  }
  if (changes.length === 0) report.unknown += 1;
  else report.linked += 1;
  const id = context.newId('lnk');
  await storeLink(session, id, {
    id,
    kind: 'alias-table',
    kept,
    joined: before,
    places: [],
    changes,
    decidedBy,
    reason: redactText(reason),
    decidedAt: context.instant(),
  });
}

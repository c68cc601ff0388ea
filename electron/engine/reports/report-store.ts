import type { z } from 'zod';
import { Rendering as RenderingSchema, Report } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import { asText, type Session } from '../db/session';
import { sql } from '../db/sql';
import { findDefinition, listDefinitions } from '../definitions/definition-store';

/** A report as the analyst made it. Its rendering is kept apart, so that undo does not touch what was written. */
export const ReportDefinition = Report.omit({ rendering: true });
type Rendering = z.infer<typeof RenderingSchema>;
export type ReportDefinition = z.infer<typeof ReportDefinition>;

/** All reports in the order they were made, each with its last rendering. */
export async function listReports(session: Session): Promise<Report[]> {
  const definitions = await listDefinitions(session, 'report', ReportDefinition);
  const rows = await session.all(sql`select report_id, body from rendering`);
  const renderings = new Map(rows.map((row) => [asText(row.report_id), parseRendering(asText(row.body))]));
  return definitions.map((report) => ({ ...report, rendering: renderings.get(report.id) ?? null }));
}

/** One report with its last rendering, or null. */
export async function findReport(session: Session, reportId: string): Promise<Report | null> {
  const definition = await findDefinition(session, 'report', reportId, ReportDefinition);
  if (!definition) return null;
  const row = await session.first(sql`select body from rendering where report_id = ${reportId}`);
  return { ...definition, rendering: row ? parseRendering(asText(row.body)) : null };
}

/** Throws `report-missing`. */
export async function getReport(session: Session, reportId: string): Promise<Report> {
  const found = await findReport(session, reportId);
  if (!found) throw new AppError('report-missing', { reportId });
  return found;
}

/** Keeps what a rendering rested on and the files it gave, in place of the one before. */
export async function writeRendering(
  session: Session,
  reportId: string,
  rendering: Rendering,
): Promise<void> {
  await session.run(sql`insert or replace into rendering values (${reportId}, ${JSON.stringify(rendering)})`);
}

function parseRendering(body: string): Rendering {
  const parsed = RenderingSchema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new AppError('project-damaged', { entity: 'rendering' });
  return parsed.data;
}

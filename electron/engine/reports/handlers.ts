import { ReportId } from '../../../shared/domain/ids';
import { type Report, ReportDraft } from '../../../shared/domain/report';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { basesOfReport } from '../practices/basis/stored-bases';
import { readDefinitions, reportStatus } from './content-hash';
import { gatherMaterial } from './material';
import { renderFiles } from './render-files';
import { getReport, listReports, type ReportDefinition, writeRendering } from './report-store';

export const reportHandlers = {
  'report.list': async (context, _input, call) =>
    context.project().read(call.signal, async (session) => {
      const reports = await listReports(session);
      if (reports.length === 0) return { reports: [] };
      const definitions = await readDefinitions(session);
      return { reports: reports.map((report) => ({ report, status: reportStatus(report, definitions) })) };
    }),

  'report.save': async (context, { reportId, report: draft }, call) =>
    context.project().write(call.signal, async (session) => {
      const before = reportId === null ? null : await getReport(session, reportId);
      const at = context.instant();
      const body: ReportDefinition = {
        ...draft,
        id: before?.id ?? ReportId.parse(context.newId('rep')),
        createdAt: before?.createdAt ?? at,
        updatedAt: before && isSameDraft(before, draft) ? before.updatedAt : at,
      };
      await changeDefinition(session, { entity: 'report', id: body.id, name: body.title, body, at });
      return { ...body, rendering: before?.rendering ?? null };
    }),

  'report.remove': async (context, { reportId }, call) => {
    await context.project().write(call.signal, async (session) => {
      const { title } = await getReport(session, reportId);
      const change = { entity: 'report', id: reportId, name: title, body: null } as const;
      await changeDefinition(session, { ...change, at: context.instant() });
    });
    return { done: true };
  },

  'report.render': async (context, { reportId, formats }, call) => {
    const project = context.project();
    const report = await project.read(call.signal, (session) => getReport(session, reportId));
    const material = await gatherMaterial(context, report, call);
    const files = await renderFiles(context, material, [...new Set(formats)], call);
    const kept =
      report.rendering?.contentSha256 === material.contentSha256
        ? report.rendering.files.filter((file) => !formats.includes(file.format))
        : [];
    const rendering = {
      renderedAt: context.instant(),
      contentSha256: material.contentSha256,
      files: [
        ...kept,
        ...files.map(({ format, output: { name, bytes, sha256 } }) => ({ format, name, bytes, sha256 })),
      ],
    };
    return project.write(call.signal, async (session) => {
      const rendered = { ...report, rendering: { ...rendering, bases: [] } };
      const bases = await basesOfReport(session, rendered, await readDefinitions(session));
      const full = { ...rendering, bases };
      await writeRendering(session, reportId, full);
      return { report: { ...report, rendering: full }, files: files.map(({ output }) => output) };
    });
  },
} satisfies HandlerMap;

function isSameDraft(report: Report, draft: ReportDraft): boolean {
  const { id, createdAt, updatedAt, rendering, ...before } = report;
  return JSON.stringify(ReportDraft.parse(before)) === JSON.stringify(ReportDraft.parse(draft));
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparisonHandlers } from '../../../electron/engine/comparison/handlers';
import { sql } from '../../../electron/engine/db/sql';
import { moveInHistory } from '../../../electron/engine/definitions/definition-store';
import { indicatorHandlers } from '../../../electron/engine/indicators/handlers';
import {
  getIndicator,
  getWave,
  readSettings,
  writeMeta,
} from '../../../electron/engine/projects/open-project';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { neverCancelled } from '../../../shared/cancel';
import type { Report } from '../../../shared/domain/report';
import { indicatorId, waveId } from '../../support/comparison-project';
import { blankReport, call, comparisonBlock, type ReportProject, startReportProject } from './report-project';

let project: ReportProject;
let report: Report;

beforeEach(async () => {
  project = await startReportProject();
  report = await project.save([
    comparisonBlock(project.bySchool, { chart: null, indicatorIds: [indicatorId(0)] }),
  ]);
});
afterEach(() => project.close());

async function changeData(): Promise<void> {
  await project.context.project().write(neverCancelled, async (session) => {
    const wave = { ...(await getWave(session, waveId(1))), dataSha256: 'f'.repeat(64) };
    await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${wave.id}`);
  });
}

async function renameIndicator(name: string): Promise<void> {
  const { context } = project;
  const found = await context
    .project()
    .read(neverCancelled, (session) => getIndicator(session, indicatorId(0)));
  const { id, createdAt, updatedAt, ...draft } = found;
  await indicatorHandlers['indicator.save'](
    context,
    { indicatorId: id, indicator: { ...draft, name } },
    call,
  );
}

describe('the status of a report', () => {
  it('goes from never rendered to current', async () => {
    expect(await project.status(report)).toBe('never-rendered');
    await project.render(report, ['html']);
    expect(await project.status(report)).toBe('current');
  });

  it('is outdated once the data changes, and current again once rendered', async () => {
    await project.render(report, ['html']);
    await changeData();
    expect(await project.status(report)).toBe('outdated');
    await project.render(report, ['html']);
    expect(await project.status(report)).toBe('current');
  });

  it('is outdated while an indicator reads otherwise, and current again when that is undone', async () => {
    await project.render(report, ['html']);
    await renameIndicator('Otra cosa');
    expect(await project.status(report)).toBe('outdated');
    await project.context.project().write(neverCancelled, (session) => moveInHistory(session, 'undo'));
    expect(await project.status(report)).toBe('current');
  });

  it('is outdated when its own text, its comparison or the privacy threshold changes', async () => {
    const { context } = project;
    await project.render(report, ['html']);
    const { id, createdAt, updatedAt, rendering, ...draft } = report;
    await reportHandlers['report.save'](
      context,
      { reportId: id, report: { ...draft, subtitle: 'Nuevo' } },
      call,
    );
    expect(await project.status(report)).toBe('outdated');

    await project.render(report, ['html']);
    const { name, spec, id: comparisonId } = project.bySchool;
    const narrower = { ...spec, confidenceLevel: 0.9 };
    await comparisonHandlers['comparison.save'](context, { comparisonId, name, spec: narrower }, call);
    expect(await project.status(report)).toBe('outdated');

    await project.render(report, ['html']);
    await context.project().write(neverCancelled, async (session) => {
      const settings = { ...(await readSettings(session)), thresholdPublication: 7 };
      await writeMeta(session, 'settings', JSON.stringify(settings));
    });
    expect(await project.status(report)).toBe('outdated');
  });

  it('does not change when an indicator it does not print is added', async () => {
    await project.render(report, ['html']);
    const other = await project.context
      .project()
      .read(neverCancelled, (session) => getIndicator(session, indicatorId(0)));
    const { id, createdAt, updatedAt, ...draft } = other;
    const added = { indicatorId: null, indicator: { ...draft, name: 'Otro' } };
    await indicatorHandlers['indicator.save'](project.context, added, call);
    expect(await project.status(report)).toBe('current');
  });
});

describe('rendering', () => {
  it('keeps the files of other formats while the content is the same, and forgets them when it is not', async () => {
    const formats = async (): Promise<string[]> => {
      const { reports } = await reportHandlers['report.list'](project.context, {}, call);
      return reports[0]?.report.rendering?.files.map((file) => file.format) ?? [];
    };
    await project.render(report, ['html']);
    await project.render(report, ['csv']);
    expect(await formats()).toEqual(['html', 'csv']);
    await changeData();
    await project.render(report, ['csv']);
    expect(await formats()).toEqual(['csv']);
  });

  it('always applies the audience of the report, not the one the comparison was saved with', async () => {
    expect(project.bySchool.spec.audience).toBe('internal');
    const [[, published] = []] = await project.render(report, ['csv']);
    expect(rowOf('MINI', published)).toContain('protegido');
    const inside = await project.save(report.blocks, { audience: 'internal' });
    const [[, internal] = []] = await project.render(inside, ['csv']);
    expect(rowOf('MINI', internal)).not.toContain('protegido');
  });

  it('refuses an empty report and one whose comparison is gone', async () => {
    const { context } = project;
    const empty = await reportHandlers['report.save'](context, { reportId: null, report: blankReport }, call);
    await expect(project.render(empty, ['html'])).rejects.toMatchObject({ code: 'report-empty' });
    const comparisonId = project.bySchool.id;
    await comparisonHandlers['comparison.remove'](context, { comparisonId }, call);
    await expect(project.render(report, ['html'])).rejects.toMatchObject({ code: 'comparison-missing' });
    expect(await project.status(report)).toBe('never-rendered');
  });

  it('says that a report which is not there is missing', async () => {
    await reportHandlers['report.remove'](project.context, { reportId: report.id }, call);
    await expect(project.render(report, ['html'])).rejects.toMatchObject({ code: 'report-missing' });
  });
});

function rowOf(school: string, csv: Buffer | undefined): string {
  return (
    csv
      ?.toString('utf8')
      .split('\r\n')
      .find((line) => line.includes(school)) ?? ''
  );
}

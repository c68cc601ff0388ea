import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../electron/engine/db/sql';
import { practiceHandlers } from '../../../electron/engine/practices/handlers';
import { getWave } from '../../../electron/engine/projects/open-project';
import { reportHandlers } from '../../../electron/engine/reports/handlers';
import { neverCancelled } from '../../../shared/cancel';
import type { ClaimEvidence } from '../../../shared/contract';
import type { CellKey } from '../../../shared/domain/comparison';
import type { ComparisonLink, Practice } from '../../../shared/domain/practice';
import type { Report } from '../../../shared/domain/report';
import { indicatorId, variableId, waveId } from '../../support/comparison-project';
import {
  call,
  comparisonBlock,
  type ReportProject,
  readPdf,
  startReportProject,
} from '../reports/report-project';

let project: ReportProject;
let report: Report;

beforeEach(async () => {
  project = await startReportProject();
  report = await project.save([comparisonBlock(project.bySchool, { chart: null })]);
});
afterEach(() => project.close());

function addSeed(slug = 'los-andes'): Promise<Practice> {
  return practiceHandlers['practice.addSeed'](project.context, { slug }, call);
}

function school(name: string): CellKey {
  return [{ variableId: variableId('escuela'), value: name, label: name.toUpperCase() }];
}

/** The Los Andes record whose first claim is linked as given. */
async function linkedPractice(more: Partial<ComparisonLink> = {}): Promise<Practice> {
  const { id, createdAt, updatedAt, ...draft } = await addSeed();
  const evidence: ComparisonLink = {
    kind: 'comparison',
    reportId: report.id,
    comparisonId: project.bySchool.id,
    indicatorId: indicatorId(0),
    followUpWaveId: waveId(1),
    key: school('norte'),
    ...more,
  };
  const claims = draft.claims.map((claim, index) => (index === 0 ? { ...claim, evidence } : claim));
  return practiceHandlers['practice.save'](
    project.context,
    { practiceId: id, practice: { ...draft, claims } },
    call,
  );
}

async function firstClaim(practice: Practice): Promise<ClaimEvidence> {
  const input = { practiceId: practice.id };
  const { claims } = await practiceHandlers['practice.evidence'](project.context, input, call);
  const [first] = claims;
  if (!first) throw new Error('no claim');
  return first;
}

describe('the record that ships with the application', () => {
  it('comes with the facts of the source and claims that nothing backs yet', async () => {
    const practice = await addSeed();
    expect(practice.municipality).toBe('Los Andes');
    expect(practice.dates.months).toEqual([6, 7, 8, 9, 10]);
    const input = { practiceId: practice.id };
    const { claims } = await practiceHandlers['practice.evidence'](project.context, input, call);
    expect(claims).toHaveLength(practice.claims.length);
    expect(new Set(claims.map((claim) => claim.status))).toEqual(new Set(['no-evidence']));
  });

  it.each(['no-existe', '../../package', 'los-andes.json', ''])(
    'is missing under the name %j',
    async (slug) => {
      await expect(addSeed(slug)).rejects.toMatchObject({ code: 'practice-missing' });
    },
  );
});

describe('the evidence of a claim', () => {
  it('is the one row and follow-up of the link, counted by hand: 12 of 30, then 21 of 30', async () => {
    await project.render(report, ['html']);
    const evidence = await firstClaim(await linkedPractice());
    expect(evidence).toMatchObject({ status: 'current', indicatorName: 'Conoce la oficina' });
    expect(evidence.result?.rows).toHaveLength(1);
    expect(evidence.result?.rows[0]?.changes[0]).toMatchObject({
      baseline: { n: 30, numerator: 12 },
      followUp: { n: 30, numerator: 21 },
    });
    expect(evidence.sentence).toMatch(/NORTE.*40,0\s%.*70,0\s%/);
  });

  it('is outdated before the report is rendered', async () => {
    const practice = await linkedPractice();
    expect(await firstClaim(practice)).toMatchObject({ status: 'outdated', problems: ['never-rendered'] });
    await project.render(report, ['html']);
    expect(await firstClaim(practice)).toMatchObject({ status: 'current', problems: [] });
  });

  it('follows the report as a whole where an earlier version rendered it', async () => {
    const practice = await linkedPractice();
    await project.render(report, ['html']);
    await project.context.project().write(neverCancelled, async (session) => {
      const row = await session.first(sql`select body from rendering where report_id = ${report.id}`);
      const { bases, ...earlier } = JSON.parse(String(row?.body));
      expect(bases).toHaveLength(1);
      await session.run(
        sql`update rendering set body = ${JSON.stringify(earlier)} where report_id = ${report.id}`,
      );
    });
    expect((await firstClaim(practice)).status).toBe('current');
    await project.context.project().write(neverCancelled, async (session) => {
      const wave = { ...(await getWave(session, waveId(1))), dataSha256: 'f'.repeat(64) };
      await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${wave.id}`);
    });
    expect(await firstClaim(practice)).toMatchObject({ status: 'outdated', problems: ['report-outdated'] });
  });

  it('is broken when report, group or wave is gone, or the report no longer prints it', async () => {
    await project.render(report, ['html']);
    expect((await firstClaim(await linkedPractice({ key: school('otra') }))).status).toBe('broken');
    expect((await firstClaim(await linkedPractice({ followUpWaveId: waveId(7) }))).status).toBe('broken');
    const elsewhere = await linkedPractice({ comparisonId: project.everybody.id, key: [] });
    expect((await firstClaim(elsewhere)).status).toBe('broken');
    const practice = await linkedPractice();
    await reportHandlers['report.remove'](project.context, { reportId: report.id }, call);
    expect(await firstClaim(practice)).toMatchObject({ status: 'broken', result: null, reportTitle: null });
  });

  it('breaks on a protected group, whose figures stay hidden', async () => {
    await project.render(report, ['html']);
    const evidence = await firstClaim(await linkedPractice({ key: school('mini') }));
    expect(evidence).toMatchObject({ status: 'broken', problems: ['suppressed'], strength: 'stated' });
    expect(evidence.result?.rows[0]?.changes[0]).toMatchObject({ status: 'suppressed', change: null });
    expect(evidence.sentence).not.toMatch(/\d+,\d/);
  });
});

describe('the printed ficha', () => {
  async function print(practice: Practice, format: 'pdf' | 'docx' | 'html'): Promise<Buffer> {
    const input = { practiceId: practice.id, format, layout: 'ficha', locale: 'es' } as const;
    const { fileId, name } = await practiceHandlers['practice.print'](project.context, input, call);
    expect(name).toBe(`ficha-los-andes.${format}`);
    return readFile(project.context.files.output(fileId).path);
  }

  it('is a tagged PDF with the fields of the municipal form and the evidence beside its claim', async () => {
    await project.render(report, ['html']);
    const bytes = await print(await linkedPractice(), 'pdf');
    const { text, info } = await readPdf(bytes, project.context.files.stagingFolder);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(bytes.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    const fields = [
      'Municipalidad',
      'Unidades municipales que participan y colaboradores externos',
      'Línea Sello',
      'Población objetivo',
      'Fechas de implementación',
      'Forma de financiamiento',
      'Sostenibilidad en el tiempo',
      'Breve descripción',
      'Elemento innovador/creativo del proyecto o actividad',
      'Aprendizajes y recomendaciones para su replicabilidad',
    ];
    const places = fields.map((field) => text.indexOf(field));
    expect(places, 'in the order of the form').toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toMatch(/Institucionalidad local\s+\(sí\)/);
    expect(text).toMatch(/Vinculación comunitaria\s+\(no\)/);
    expect(text).toMatch(/40,0\s%\s+70,0\s%\s+\+30,0\spp/);
    expect(text).toContain('Vigente');
    expect(text).toContain('Sin evidencia');
    expect(text).toContain('Datos sintéticos');
  });

  it('follows the United Nations form in either language, saying which fields are not filled in', async () => {
    const practice = await practiceHandlers['practice.addSeed'](
      project.context,
      { slug: 'voces-organizadas' },
      call,
    );
    const form = async (locale: 'es' | 'en'): Promise<string> => {
      const input = { practiceId: practice.id, format: 'html', layout: 'un', locale } as const;
      const { fileId } = await practiceHandlers['practice.print'](project.context, input, call);
      return readFile(project.context.files.output(fileId).path, 'utf8');
    };
    const english = await form('en');
    const titles = [...english.matchAll(/<h[1-3][^>]*>([^<]+)</g)].map(([, title]) => title);
    expect(titles).toEqual([
      practice.titleEnglish,
      'Primary GCM objectives',
      'Secondary GCM objectives',
      'GCM guiding principles',
      'Sustainable Development Goals (SDGs)',
      'Dates',
      'Type of practice',
      'Geographic scope',
      'Summary',
      'Organizations',
      'Main implementing organization(s)',
      'Detailed information',
      'Partner/donor organizations',
      'Benefit and impact',
      'Key lessons',
      'Recommendations (if the practice is to be replicated)',
      'Innovation',
      'Date submitted',
      'Disclaimer',
    ]);
    expect(english).toMatch(/Secondary GCM objectives<\/h2>\s*<ul><li>17\. [^<]+<\/li><li>19\. /);
    const spanish = await form('es');
    expect(spanish).toContain('19 de septiembre de 2023');
    expect(await form('es')).toBe(spanish);
    expect(english, 'periods are told in the language of the form').toContain('Since 2022');
    const input = { practiceId: practice.id, format: 'pdf', layout: 'un', locale: 'en' } as const;
    const { fileId } = await practiceHandlers['practice.print'](project.context, input, call);
    const pdf = await readFile(project.context.files.output(fileId).path);
    const { info, text } = await readPdf(pdf, project.context.files.stagingFolder);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(text).toContain('Benefit and impact');
  });

  it('says in words which months the strip marks', async () => {
    const page = (await print(await addSeed(), 'html')).toString('utf8');
    expect(page).toContain('aria-label="Se realiza en: junio, julio, agosto, septiembre, octubre."');
  });

  it('is the same bytes when printed again', async () => {
    const practice = await linkedPractice();
    const first = await print(practice, 'pdf');
    expect((await print(practice, 'pdf')).equals(first)).toBe(true);
  });
});

describe('saving a record', () => {
  it('refuses two claims with one id', async () => {
    const { id, createdAt, updatedAt, ...draft } = await addSeed();
    const [claim] = draft.claims;
    const claims = claim ? [claim, claim] : [];
    const input = { practiceId: id, practice: { ...draft, claims } };
    await expect(practiceHandlers['practice.save'](project.context, input, call)).rejects.toMatchObject({
      code: 'practice-invalid',
    });
  });

  it('says that a record which was removed is missing', async () => {
    const { id } = await addSeed();
    await practiceHandlers['practice.remove'](project.context, { practiceId: id }, call);
    await expect(
      practiceHandlers['practice.print'](
        project.context,
        { practiceId: id, format: 'html', layout: 'ficha', locale: 'es' },
        call,
      ),
    ).rejects.toMatchObject({ code: 'practice-missing' });
  });
});

import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/domain/report';
import { comparisonBlock, type ReportProject, readPdf, startReportProject } from './report-project';

let project: ReportProject;
let report: Report;
let files: Map<string, Buffer>;
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  project = await startReportProject();
  report = await project.save([
    { kind: 'heading', text: 'Resultados' },
    { kind: 'text', text: 'Primer párrafo\nen dos líneas.\n\nSegundo párrafo.' },
    comparisonBlock(project.everybody),
    comparisonBlock(project.bySchool, { chart: 'bars' }),
  ]);
  files = await project.render(report, ['pdf', 'html', 'csv', 'svg', 'png']);
  pdf = await readPdf(file('informe-los-andes-2022-2023.pdf'), project.context.files.stagingFolder);
});
afterAll(() => project.close());

function file(name: string): Buffer {
  const found = files.get(name);
  if (!found) throw new Error(`no file ${name} among ${[...files.keys()].join(', ')}`);
  return found;
}

function html(): ReturnType<DOMParser['parseFromString']> {
  return new DOMParser().parseFromString(
    file('informe-los-andes-2022-2023.html').toString('utf8'),
    'text/html',
  );
}

describe('files of a report', () => {
  it('are named in ASCII after the municipality and the years of the waves, one a figure and one a comparison', () => {
    expect([...files.keys()]).toEqual([
      'informe-los-andes-2022-2023.pdf',
      'informe-los-andes-2022-2023.html',
      'informe-los-andes-2022-2023-tabla-01.csv',
      'informe-los-andes-2022-2023-tabla-02.csv',
      ...['01', '02', '03'].map((number) => `informe-los-andes-2022-2023-figura-${number}.svg`),
      ...['01', '02', '03'].map((number) => `informe-los-andes-2022-2023-figura-${number}.png`),
    ]);
  });

  it('are the same bytes when rendered again, whatever the clock says', async () => {
    const later = {
      ...project.context,
      instant: () => '2031-01-01T00:00:00.000Z',
      options: { ...project.context.options, now: () => new Date('2031-01-01T00:00:00Z') },
    };
    const again = await project.render(report, ['pdf', 'html', 'csv', 'svg', 'png'], later);
    for (const [name, bytes] of files) expect(again.get(name)?.equals(bytes), name).toBe(true);
  });
});

describe('the PDF', () => {
  it('is tagged, declares PDF/UA-1, has a title, Spanish as its language and the date of the data', async () => {
    const bytes = file('informe-los-andes-2022-2023.pdf');
    const { info } = pdf;
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Informe de prueba/);
    expect(info).toMatch(/CreationDate:\s+Wed Nov 20 .*2024/);
    expect(bytes.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    expect(bytes.includes('/Lang (es-CL)')).toBe(true);
  });

  it('has a title page, contents with page numbers, and the label of synthetic data on every page', async () => {
    const { pages } = pdf;
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages[0]).toContain('Informe de prueba');
    expect(pages[1]).toMatch(/Contenido[\s\S]*Resultados[\s\u2060]+3[\s\S]*Cómo se hizo/);
    for (const page of pages) expect(page).toContain('Datos sintéticos');
    expect(pages.at(-1)).toContain(`Página ${pages.length} de ${pages.length}`);
  });

  it('prints what was counted by hand: 12 of 30 and 21 of 30 in a school, 31 of 85 and 48 of 85 in all', async () => {
    const { text } = pdf;
    expect(text).toMatch(/NORTE\s+30\s+40,0\s%\s+30\s+70,0\s%\s+\+30,0\spp/);
    expect(text).toMatch(/Conoce la oficina\s+85\s+36,5\s%\s+85\s+56,5\s%/);
    expect(text).toContain('Primer párrafo en dos líneas.');
  });

  it('marks figures with an alternative text and tables with header cells', async () => {
    const bytes = file('informe-los-andes-2022-2023.pdf');
    const { structure } = pdf;
    expect(structure.match(/^ +Figure:?/gm)).toHaveLength(3);
    expect(structure.match(/^ +Table/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(structure).toContain('/Scope /Column');
    expect(bytes.toString('latin1').match(/\/Alt\s?[(<]/g)).toHaveLength(3);
  });

  it('tells methods, indicators and the stamp of the data', async () => {
    const { text } = pdf;
    expect(text).toContain('No hay un grupo de comparación');
    expect(text).toMatch(/no se\s+muestra ninguna cifra que descanse en menos de 10\s+personas/);
    expect(text).toContain('87 leídas, 85 guardadas, 2 apartadas');
    expect(text).toContain('a'.repeat(64));
    expect(text).toMatch(/Numerador: personas que respondieron «Sí»\s+a «¿Conoce la oficina\?»/);
  });
});

describe('the HTML', () => {
  it('is one file: no scripts, nothing from outside, and a policy that says so', () => {
    const text = file('informe-los-andes-2022-2023.html').toString('utf8');
    expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
    const addresses = [...text.matchAll(/(?:src|href)="?'?\(?([^"')\s>]+)/g)].map(
      ([, address]) => address ?? '',
    );
    expect(addresses.filter((address) => !address.startsWith('#') && !address.startsWith('data:'))).toEqual(
      [],
    );
    const policy = html().querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toContain("default-src 'none'");
  });

  it('has a language, one main heading, captions, and header cells for rows and columns', () => {
    const page = html();
    expect(page.documentElement.getAttribute('lang')).toBe('es-CL');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('figure > figcaption')).toHaveLength(3);
    for (const table of page.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).toMatch(/^Tabla \d/);
      expect(table.querySelectorAll('th[scope="col"]').length).toBeGreaterThan(2);
      expect(table.querySelectorAll('tbody tr').length).toBe(
        table.querySelectorAll('th[scope="row"]').length,
      );
    }
    for (const drawing of page.querySelectorAll('.drawing')) {
      expect(drawing.getAttribute('aria-label')?.length).toBeGreaterThan(60);
    }
  });

  it('links its contents to headings that exist', () => {
    const page = html();
    const targets = [...page.querySelectorAll('nav a')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect(targets.length).toBeGreaterThan(3);
    for (const id of targets) expect(page.getElementById(id), id).not.toBeNull();
  });
});

describe('the small school, which privacy protects', () => {
  it('appears by name and never by figure, in any file', async () => {
    const texts = [...files]
      .filter(([name]) => /\.(html|csv|svg)$/.test(name))
      .map(([name, bytes]): [string, string] => [name, readable(name, bytes.toString('utf8'))]);
    for (const [name, text] of [...texts, ['pdf', pdf.text] as [string, string]]) {
      expect(text, name).not.toMatch(/\b3[,.]77\b/);
      for (const [said] of text.matchAll(/MINI\b[^.;\n]*/g)) {
        expect(said.replaceAll(/Ex-ante 2023|Ex-post 2024|95\s%|<10/g, ''), name).not.toMatch(/\d/);
      }
    }
    expect(pdf.text).toMatch(/MINI\s+–\s+protegido \(<10\)/);
    const csv = file('informe-los-andes-2022-2023-tabla-02.csv').toString('utf8');
    const rows = csv.split('\r\n').filter((line) => line.includes('MINI'));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.replaceAll(/Ex-ante 2023|Ex-post 2024|95 %/g, '')).not.toMatch(/\d/);
  });
});

/** All a reader or a screen reader can get out of a file: texts and labels, without coordinates. */
function readable(name: string, text: string): string {
  if (name.endsWith('.csv')) return text;
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'text/html';
  const page = new DOMParser().parseFromString(text, type);
  const labels = [...page.querySelectorAll('[aria-label], [title]')].map(
    (element) => `${element.getAttribute('aria-label')} ${element.getAttribute('title')}`,
  );
  const texts = [...page.querySelectorAll('text, title, desc, p, li, td, th, dd, small, span')];
  return [...texts.map((element) => element.textContent), ...labels].join('\n');
}

describe('figures and tables as files of their own', () => {
  it('say that the data is synthetic', () => {
    for (const [name, bytes] of files) {
      if (/\.(svg|csv)$/.test(name)) expect(bytes.toString('utf8'), name).toMatch(/sintétic/i);
    }
  });

  it('are PNG images three times as wide as the drawing and CSV that Excel in Chile opens', () => {
    const svg = file('informe-los-andes-2022-2023-figura-01.svg').toString('utf8');
    const png = file('informe-los-andes-2022-2023-figura-01.png');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(3 * Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]));
    const csv = file('informe-los-andes-2022-2023-tabla-01.csv').toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toMatch(/;36,470588235/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipParts } from '../../support/zip-parts';
import { comparisonBlock, type ReportProject, startReportProject } from './report-project';

let project: ReportProject;
let files: Map<string, Buffer>;
let parts: Map<string, string>;

const hostile = [
  '<script>alert(1)</script>',
  'a & b < c "d"',
  'uno\u0000\u0007dos',
  'tres\ud800cuatro',
  'سلام',
];

beforeAll(async () => {
  project = await startReportProject();
  const report = await project.save(
    [
      { kind: 'heading', text: 'Qué cambió' },
      { kind: 'text', text: hostile.join('\n\n') },
      comparisonBlock(project.everybody),
      comparisonBlock(project.bySchool, { chart: 'bars' }),
    ],
    { title: 'Informe <b>de prueba</b>' },
  );
  files = new Map(await project.render(report, ['docx', 'html']));
  const again = new Map(await project.render(report, ['docx']));
  for (const [name, bytes] of again) expect(files.get(name)?.equals(bytes), name).toBe(true);
  parts = zipParts(docx());
});
afterAll(() => project.close());

function docx(): Buffer {
  const found = [...files].find(([name]) => name.endsWith('.docx'));
  return found?.[1] ?? Buffer.alloc(0);
}

const written = (): string => parts.get('word/document.xml') ?? '';
const plain = (): string =>
  written()
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');

describe('a report as a Word file', () => {
  it('prints what an analyst writes letter by letter, and nothing that breaks the file', () => {
    expect(plain()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(plain()).toContain('a &amp; b &lt; c');
    expect(plain()).toContain('unodos');
    expect(plain()).toContain('tres\ufffdcuatro');
    expect(plain()).toContain('سلام');
    expect(plain()).toContain('Informe &lt;b&gt;de prueba&lt;/b&gt;');
  });

  it('says every figure that the HTML file says', () => {
    const [, html] = [...files].find(([name]) => name.endsWith('.html')) ?? [];
    const cells = [
      ...(html?.toString('utf8') ?? '').matchAll(/<td class="number[^"]*">(?:<span[^>]*>)?([^<]+)</g),
    ];
    expect(cells.length).toBeGreaterThan(10);
    for (const [, text] of cells) expect(plain()).toContain(text);
  });

  it('has headings, repeated header rows and pictures that can be read aloud', () => {
    expect(written()).toContain('<w:pStyle w:val="Heading1"/>');
    expect(written()).toContain('<w:tblHeader/>');
    const pictures = [...written().matchAll(/<wp:docPr[^>]*descr="([^"]*)"/g)].map(([, text]) => text);
    expect(pictures).toHaveLength(3);
    for (const text of pictures) expect(text?.length).toBeGreaterThan(40);
    expect(parts.get('word/styles.xml')).toContain('w:val="es-CL"');
  });

  it('carries the day of its content and neither a clock nor markup of the drawings', () => {
    const core = parts.get('docProps/core.xml') ?? '';
    const days = [...core.matchAll(/>(\d{4}-\d{2}-\d{2}T[^<]*)</g)].map(([, instant]) => instant);
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day).toMatch(/T00:00:00Z$/);
    expect([...parts.keys()].filter((name) => name.endsWith('.svg'))).toEqual([]);
  });
});

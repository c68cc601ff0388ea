import { afterEach, expect, it } from 'vitest';
import { comparisonBlock, type ReportProject, readPdf, startReportProject } from './report-project';

let project: ReportProject;
afterEach(() => project.close());

const hostile = [
  '#import "/etc/passwd": *',
  '#eval("1+1")',
  '$x^2$ y @cita <etiqueta>',
  '*no* _no_ `no` \\ // no /* no */',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"comillas" y \'apóstrofos\' & &amp;',
];

it('prints what an analyst writes letter by letter, as neither markup nor code', async () => {
  project = await startReportProject({ indicatorName: '#strong[x] <b>$y$</b> @z' });
  const text = hostile.join('\n\n');
  const report = await project.save(
    [
      { kind: 'heading', text: '= No es título <h1>' },
      { kind: 'text', text },
      comparisonBlock(project.everybody, { caption: '#pagebreak() </figcaption><script>' }),
      comparisonBlock(project.bySchool, { chart: 'bars' }),
    ],
    { title: '#panic("x") </title><script>1</script>', unit: '#{ let x }', subtitle: '<svg onload=1>' },
  );
  const files = await project.render(report, ['pdf', 'html', 'svg']);

  const pdf = await readPdf(pdfOf(files), project.context.files.stagingFolder);
  const printed = pdf.text.replaceAll(/\s+/g, ' ');
  for (const line of hostile) expect(printed, line).toContain(line);
  for (const line of [
    '#panic("x") </title><script>1</script>',
    '#{ let x }',
    '<svg onload=1>',
    '#pagebreak()',
  ]) {
    expect(printed, line).toContain(line);
  }
  expect(printed).toContain('#strong[x] <b>$y$</b> @z');

  for (const [name, bytes] of files) {
    if (name.endsWith('.pdf')) continue;
    const markup = bytes.toString('utf8').replaceAll(/="[^"]*"/g, '=""');
    expect(markup, name).not.toMatch(/<script|<img|<b>\$|<svg onload|<\/figcaption><\/|<h1>\s*"/);
  }
});

it.each([
  ['an emoji', 'bien 👍🏽 hecho', 'bien □ hecho'],
  ['Arabic', 'سلام', '□'],
  ['control characters', 'uno\u0000\u0007dos', 'unodos'],
  ['half a surrogate pair', 'uno\ud800dos', 'uno□dos'],
  ['a letter and its accent apart', 'nin\u0303ez', 'niñez'],
])('prints %s without failing', async (_name, written, printed) => {
  project = await startReportProject();
  const report = await project.save([{ kind: 'text', text: written }], { title: `T ${written}` });
  const files = await project.render(report, ['pdf', 'html']);
  const { text } = await readPdf(pdfOf(files), project.context.files.stagingFolder);
  expect(text.replaceAll(/\s/g, '')).toContain(`T${printed}`.replaceAll(' ', ''));
  expect(text.includes('El signo □ reemplaza')).toBe(printed.includes('□'));
});

it('writes a formula in the name of an indicator as text into CSV', async () => {
  project = await startReportProject({ indicatorName: '=HYPERLINK("http://example.org";"x")' });
  const report = await project.save([comparisonBlock(project.everybody, { chart: null })]);
  const [[, bytes] = []] = await project.render(report, ['csv']);
  expect(bytes?.toString('utf8')).toContain(`"'=HYPERLINK(""http://example.org"";""x"")"`);
});

function pdfOf(files: Map<string, Buffer>): Buffer {
  const found = [...files].find(([name]) => name.endsWith('.pdf'))?.[1];
  if (!found) throw new Error('no PDF');
  return found;
}

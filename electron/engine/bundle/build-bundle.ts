import { createHash } from 'node:crypto';
import type { Call, ClaimEvidence } from '../../../shared/contract';
import {
  type BundleClaim,
  type BundleFile,
  BundleManifest,
  bundleFormat,
  bundleVersion,
  DataPackage,
} from '../../../shared/domain/bundle';
import type { Practice } from '../../../shared/domain/practice';
import type { OutputFile, Report } from '../../../shared/domain/report';
import { texts } from '../../../shared/text';
import { formatCount } from '../../../shared/text/format';
import type { EngineContext } from '../context';
import { toCsv } from '../files/csv-writer';
import { writeZip } from '../files/write-zip';
import { composeEvidence } from '../practices/compose-evidence';
import { composeFicha, contentDate } from '../practices/compose-ficha';
import { practiceEvidence } from '../practices/evidence';
import { sentenceOf } from '../practices/evidence-part';
import { writeRecords } from '../practices/exchange';
import { composeReport, fileStem } from '../reports/compose-report';
import type { DocumentModel } from '../reports/document';
import { slug } from '../reports/file-names';
import { renderHtml } from '../reports/html';
import { type BlockMaterial, gatherMaterial } from '../reports/material';
import { renderPdf } from '../reports/pdf-typst';
import { listReports } from '../reports/report-store';
import { applicationName, applicationVersion } from '../version';
import { comparisonTable, type DataTable, keyOfLink, measurementTable } from './data-tables';

const locale = 'es';
type Named = { path: string; role: BundleFile['role']; content: Uint8Array };
/** A report as it goes into a bundle: its files, and its tables by what they are of. */
type BundledReport = {
  report: Report;
  files: Named[];
  tables: { of: string; path: string; table: DataTable }[];
};

/**
 * One zip with the ficha of a practice, its evidence, the reports of its claims and the aggregates these publish, with
 * a manifest of hashes. The same project gives the same bytes. Throws `report-failed` and what reports throw.
 */
export async function buildBundle(
  context: EngineContext,
  practice: Practice,
  call: Call,
): Promise<OutputFile> {
  call.report({ stage: 'computing', share: null, done: null, total: null });
  const evidence = await practiceEvidence(context, practice, call);
  const bundled = await bundledReports(context, evidence, call);
  call.report({ stage: 'drawing', share: null, done: null, total: null });
  const date = contentDate(practice, evidence);
  const files: Named[] = [
    ...(await drawn(context, composeFicha(practice, evidence, locale), 'ficha/ficha', 'sheet')),
    { path: 'ficha/registro.json', role: 'record', content: bytesOf(recordText(practice)) },
    ...(await drawn(context, composeEvidence(practice, evidence, locale), 'evidencia/evidencia', 'evidence')),
    ...bundled.flatMap((each) => each.files),
    ...dataFiles(practice, bundled),
  ];
  const isSynthetic = evidence.some(({ waves }) => waves.some((wave) => wave.isSynthetic));
  files.push({
    path: 'LEEME.txt',
    role: 'readme',
    content: bytesOf(readme(practice, { files, bundled, isSynthetic })),
  });
  const manifest = BundleManifest.parse({
    format: bundleFormat,
    version: bundleVersion,
    application: { name: applicationName, version: applicationVersion },
    practice: { title: practice.title, municipality: practice.municipality },
    date,
    isSynthetic,
    files: files.map(({ path, role, content }) => ({
      path,
      role,
      bytes: content.length,
      sha256: sha256(content),
    })),
    claims: evidence.map((each) => bundleClaim(practice, each, bundled)),
  });
  const withManifest = [
    ...files,
    { path: 'manifest.json', content: bytesOf(`${JSON.stringify(manifest, null, 2)}\n`) },
  ];
  const sums = withManifest.map(({ path, content }) => `${sha256(content)}  ${path}\n`).join('');
  const zip = await writeZip([...withManifest, { path: 'SHA256SUMS', content: bytesOf(sums) }], date);
  const stem = texts(locale).evidence.bundle.file;
  const name = slug(`${stem} ${practice.municipality || practice.title}`, stem);
  return context.files.writeOutput(`${name}.zip`, 'application/zip', zip);
}

/** The reports behind the claims that still find theirs, made now: the same project gives the same bytes as then. */
async function bundledReports(
  context: EngineContext,
  evidence: readonly ClaimEvidence[],
  call: Call,
): Promise<BundledReport[]> {
  const wanted = new Set(
    evidence.flatMap(({ link, status }) => (link && status !== 'broken' ? [link.reportId] : [])),
  );
  const reports = await context.project().read(call.signal, listReports);
  const made: BundledReport[] = [];
  for (const report of reports.filter(({ id }) => wanted.has(id))) {
    const material = await gatherMaterial(context, report, call);
    const number = made.length + 1;
    const stem = `informes/${number}-${fileStem(material)}`;
    const tables = material.blocks
      .flatMap((block) => tableOf(block))
      .map(({ of, table }, index) => ({
        of,
        table,
        path: `datos/informe-${number}-tabla-${index + 1}.csv`,
      }));
    made.push({ report, files: await drawn(context, composeReport(material), stem, 'report'), tables });
  }
  return made;
}

function tableOf(block: BlockMaterial): { of: string; table: DataTable }[] {
  if (block.kind === 'comparison') {
    return [{ of: block.comparison.id, table: comparisonTable(block.comparison.name, block.result) }];
  }
  if (block.kind === 'measurement') {
    return [{ of: block.measurement.id, table: measurementTable(block.measurement.name, block.result) }];
  }
  return [];
}

async function drawn(
  context: EngineContext,
  model: DocumentModel,
  stem: string,
  role: BundleFile['role'],
): Promise<Named[]> {
  return [
    { path: `${stem}.pdf`, role, content: await renderPdf(model, context.options.resourcesFolder) },
    { path: `${stem}.html`, role, content: bytesOf(renderHtml(model)) },
  ];
}

function dataFiles(practice: Practice, bundled: readonly BundledReport[]): Named[] {
  const tables = bundled.flatMap((each) => each.tables.map((one) => ({ ...one, report: each.report })));
  if (tables.length === 0) return [];
  const written = tables.map(({ path, table, report }) => {
    const content = bytesOf(tableText(table));
    return { path, table, report, content };
  });
  const description = DataPackage.parse({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug(practice.title, 'practica').slice(0, 80),
    title: practice.title,
    description:
      'Agregados publicados en los informes que sostienen las afirmaciones de la práctica. No contiene datos de personas; las cifras protegidas van sin valor.',
    resources: written.map(({ path, table, report, content }) => ({
      name: path.replace(/^datos\//, '').replace(/\.csv$/, ''),
      title: `${report.title}: ${table.title}`,
      path: path.replace(/^datos\//, ''),
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: content.length,
      hash: `sha256:${sha256(content)}`,
      dialect: { delimiter: ';', lineTerminator: '\r\n' },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: table.fields,
        missingValues: [{ value: '', label: 'Protegida o sin cifra' }],
        primaryKey: ['clave'],
      },
    })),
  });
  return [
    {
      path: 'datos/datapackage.json',
      role: 'data',
      content: bytesOf(`${JSON.stringify(description, null, 2)}\n`),
    },
    ...written.map(({ path, content }): Named => ({ path, role: 'data', content })),
  ];
}

// The encoding is said in the description, and a byte order mark would become part of the first name.
function tableText({ fields, rows }: DataTable): string {
  return toCsv([fields.map(({ name }) => name), ...rows], 'excel-cl').replace(/^\uFEFF/, '');
}

function bundleClaim(
  practice: Practice,
  evidence: ClaimEvidence,
  bundled: readonly BundledReport[],
): BundleClaim {
  const claim = practice.claims.find(({ id }) => id === evidence.claimId);
  const { link, status, strength, problems, waves, result, figure } = evidence;
  const home =
    link && status !== 'broken' ? bundled.find(({ report }) => report.id === link.reportId) : undefined;
  const of = link?.kind === 'measurement' ? link.measurementId : link?.comparisonId;
  const table = home?.tables.find(
    (each) => each.of === of && hasKey(each.table, link ? keyOfLink(link) : ''),
  );
  return {
    // Safe: evidence is made of the practice's own claims.
    id: claim?.id ?? (evidence.claimId as BundleClaim['id']),
    text: claim?.text ?? '',
    strength,
    status,
    problems,
    stated: claim?.stated ?? null,
    sentence: sentenceOf(evidence, locale) || null,
    data: waves.map(({ name, dataSha256, isSynthetic }) => ({ wave: name, sha256: dataSha256, isSynthetic })),
    resultSha256: result?.resultSha256 ?? figure?.resultSha256 ?? null,
    report: home
      ? {
          title: home.report.title,
          audience: home.report.audience,
          renderedAt: home.report.rendering?.renderedAt ?? null,
          files: home.files.map((file) => ({
            path: file.path,
            isAsRendered: isAsRendered(home.report, file),
          })),
        }
      : null,
    figure: table && link ? { path: table.path, key: keyOfLink(link) } : null,
  };
}

function hasKey({ rows }: DataTable, key: string): boolean {
  return rows.some(([first]) => first === key);
}

function isAsRendered({ rendering }: Report, { path, content }: Named): boolean | null {
  const format = path.endsWith('.pdf') ? 'pdf' : 'html';
  const file = rendering?.files.find((each) => each.format === format);
  return file ? file.sha256 === sha256(content) : null;
}

function recordText(practice: Practice): string {
  const { id: _id, createdAt: _created, updatedAt: _updated, ...draft } = practice;
  return writeRecords([draft], 'json', locale).content;
}

/** Reports for the office's own use protect smaller groups; who opens the bundle is told before passing it on. */
function readme(
  practice: Practice,
  {
    files,
    bundled,
    isSynthetic,
  }: { files: readonly Named[]; bundled: readonly BundledReport[]; isSynthetic: boolean },
): string {
  const { evidence } = texts(locale);
  const { one, many } = evidence.page.count;
  return evidence.bundle.readmeText({
    title: practice.title,
    application: applicationName,
    version: applicationVersion,
    claims: formatCount(practice.claims.length, one, many, locale),
    files: formatCount(files.length, 'archivo', 'archivos', locale),
    isSynthetic,
    internal: bundled.flatMap(({ report }) => (report.audience === 'internal' ? [`«${report.title}»`] : [])),
  });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

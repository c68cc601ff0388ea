import type { Call, ParsedInput } from '../../../shared/contract';
import { FileId } from '../../../shared/domain/ids';
import type { Inspection } from '../../../shared/domain/import';
import type { EngineContext } from '../context';
import { asCount, type Session } from '../db/session';
import { sql } from '../db/sql';
import { leaveOthersFor, whileReading } from './abandoned-files';
import { foldText } from './cell-shapes';
import { nameColumns } from './column-names';
import { readCodebookFile } from './platforms/codebook-file';
import { ignoredNotice } from './platforms/codebook-variables';
import { contradictionNotices } from './platforms/contradictions';
import { markRepeats } from './platforms/mark-repeats';
import { prepareWithHeaders } from './platforms/two-header-rows';
import { numberedRows, type PreparedFile, sourceColumn } from './prepared-file';
import { profileColumns } from './profile-columns';
import { forgetFiles, prepareSeveral, type SeveralFiles, sourceFile, sourceFiles } from './several-files';
import { evidenceOfFile } from './sources/native-columns';

const previewRows = 50;
const irregularShown = 200;

/** Detects how a file is written and proposes a plan for each column; nothing is stored. */
export function inspectFile(
  context: EngineContext,
  input: ParsedInput<'import.inspect'>,
  call: Call,
): Promise<Inspection> {
  return whileReading(context, input.fileId, () => inspectNow(context, input, call));
}

async function inspectNow(
  context: EngineContext,
  input: ParsedInput<'import.inspect'>,
  call: Call,
): Promise<Inspection> {
  let several: SeveralFiles | null = null;
  await leaveOthersFor(context, input.fileId, () => forgetFiles(context, input, several));
  several = input.additionalFiles.length > 0 ? await prepareSeveral(context, input, call) : null;
  const { prepared, headerRows } = several ?? (await prepareWithHeaders(context, input, call));
  const { detected, file, source, survey, tolerant } = prepared;
  const codebook = input.codebookFileId
    ? await readCodebookFile(context, input.codebookFileId, call)
    : source.codebook;
  const said = { headerRows, codebook };
  const { columns, platform } = await context
    .project()
    .read(call.signal, (session) => profileColumns(session, prepared, said, context.newId('t'), call));
  const contradictions = await context
    .project()
    .read(call.signal, (session) => contradictionNotices(session, prepared, columns));
  const preview = await context.project().read(call.signal, (session) => readPreview(session, prepared));
  const names = nameColumns(detected.headers, detected.width);
  const texts = [...detected.preamble, ...detected.headers, file.name];
  const constant = columns.some(
    ({ distinct, topValues }) => distinct === 1 && saysSynthetic(topValues[0]?.value ?? ''),
  );
  return {
    fileId: FileId.parse(file.fileId),
    fileName: file.name,
    sha256: survey.sha256,
    bytes: file.bytes,
    format: source.format,
    tables: markRepeats(source.tables, platform, { tableId: source.tableId, columns }),
    notices: [...source.notices, ...(several?.notices ?? []), ...ignoredNotice(codebook), ...contradictions],
    platform,
    files: several ? sourceFiles(several) : [sourceFile(prepared, null)],
    dialect: detected.dialect,
    evidence: evidenceOfFile(source, detected.evidence),
    rows: detected.scan.records,
    irregular: (tolerant?.setAside ?? [])
      .slice(0, irregularShown)
      .map(({ line, reason, cells }) => ({ line, reason, fields: cells.length })),
    irregularTotal: tolerant ? tolerant.rowsRead - tolerant.rowsKept : 0,
    preamble: detected.preamble,
    footer: detected.footer,
    headers: names.map(({ header }) => header),
    preview,
    columns,
    saysSynthetic: constant || texts.some(saysSynthetic),
  };
}

function saysSynthetic(text: string): boolean {
  return /\bsintetic|\bsynthetic/.test(foldText(text));
}

async function readPreview(session: Session, prepared: PreparedFile): Promise<Inspection['preview']> {
  const rows = await session.all(sql`select * from ${numberedRows(prepared)} limit ${previewRows}`);
  return rows.map((row) => ({
    line: asCount(row.line),
    cells: Array.from({ length: prepared.detected.width }, (_, source) => {
      const cell = row[sourceColumn(source)];
      return typeof cell === 'string' ? cell : '';
    }),
  }));
}

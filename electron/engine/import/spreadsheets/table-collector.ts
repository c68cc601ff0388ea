import { rm } from 'node:fs/promises';
import type { SourceFormat } from '../../../../shared/domain/source';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { markOfTexts } from '../sources/native-columns';
import { CellWriter } from './cell-text';
import { chooseTable } from './choose-table';
import { finishTable } from './finish-table';
import type { Merge } from './merged-cells';
import { SheetFindings } from './sheet-findings';
import { sheetNotices, workbookNotices } from './sheet-notices';
import { asTable } from './source-tables';
import { headRows, TableWriter } from './table-writer';
import { type SheetVisibility, uniqueName } from './xlsx-workbook';

/** A table being written to a file of its own. */
export type WrittenSheet = {
  writer: TableWriter;
  cells: CellWriter;
  findings: SheetFindings;
  merges: Merge[];
  target: string;
};

type CollectedTable = {
  name: string;
  visibility: SheetVisibility;
  /** Null where another table was asked for. */
  written: WrittenSheet | null;
};

/**
 * For formats in which tables follow one another in one stream: all that may be chosen are written in one pass, each to a
 * file of its own, and only the chosen one is kept.
 */
export class TableCollector {
  readonly tables: CollectedTable[] = [];
  private readonly context: EngineContext;
  private readonly file: FrozenFile;
  private readonly asked: string | null;
  private readonly uses1904: boolean;
  private readonly names = new Set<string>();
  private readonly targets: string[] = [];
  private current: CollectedTable | null = null;

  constructor(context: EngineContext, file: FrozenFile, asked: string | null, uses1904 = false) {
    this.context = context;
    this.file = file;
    this.asked = asked;
    this.uses1904 = uses1904;
  }

  begin(name: string, visibility: SheetVisibility): void {
    const unique = uniqueName(this.names, name);
    this.current = { name: unique, visibility, written: null };
    if (this.asked !== null && this.asked !== unique) return;
    const target = this.context.files.scratchPath('.table');
    this.targets.push(target);
    const writer = new TableWriter(this.file, target);
    const findings = new SheetFindings();
    const cells = new CellWriter(writer, findings, this.uses1904);
    this.current.written = { writer, cells, findings, merges: [], target };
  }

  get isOpen(): boolean {
    return this.current !== null;
  }

  /** Where the cells of the open table go; null where it is not read. */
  get sheet(): WrittenSheet | null {
    return this.current?.written ?? null;
  }

  /** Some formats tell only at the end of a sheet that it is hidden. */
  hide(visibility: SheetVisibility): void {
    if (this.current) this.current.visibility = visibility;
  }

  addMerge(merge: Merge): void {
    const sheet = this.sheet;
    if (!sheet) return;
    sheet.findings.merges += 1;
    if (merge.bottom <= headRows) sheet.merges.push(merge);
    else sheet.findings.mergesBelow.add(merge.top);
  }

  end(): void {
    if (this.current) this.tables.push(this.current);
    this.current = null;
  }

  /** Writes what is held of whole rows to the files; only between rows. */
  async flush(): Promise<void> {
    for (const { written } of this.tables) if (written?.writer.isHolding) await written.writer.flush();
    if (this.sheet?.writer.isFull) await this.sheet.writer.flush();
  }

  /** Keeps the table asked for, or the best one. Throws `table-missing`, `workbook-empty`. */
  async keep(format: SourceFormat, job: Job): Promise<ConvertedSource> {
    const chosen = chooseTable(
      this.file,
      this.tables,
      this.asked,
      ({ written }) => written?.writer.filledCells ?? 0,
    );
    const { written } = chosen;
    if (!written || written.writer.filledCells === 0) {
      throw new AppError('workbook-empty', { fileName: this.file.name, table: chosen.name });
    }
    const table = await written.writer.close();
    const finished = await finishTable(written.target, table, written.merges, job.signal);
    await this.discard(written.target);
    const columns = table.counts.native(table.width);
    return {
      format,
      textPath: written.target,
      tables: this.tables.map((sheet) => asTable({ ...sheet, ...sizeOf(sheet) })),
      tableId: chosen.name,
      notices: [
        ...workbookNotices(this.tables, chosen, { uses1904: this.uses1904, otherSheets: 0 }),
        ...sheetNotices(written.findings, table, finished),
      ],
      columns,
      codebook: null,
      layout: { decimalMark: markOfTexts(table.counts.hasTextualNumbers()) },
    };
  }

  /** Closes and deletes all files but the one given. */
  async discard(kept: string | null): Promise<void> {
    for (const { written } of [...this.tables, ...(this.current ? [this.current] : [])]) {
      if (written && written.target !== kept) await written.writer.abandon();
    }
    for (const target of this.targets) if (target !== kept) await rm(target, { force: true });
  }
}

function sizeOf({ written }: CollectedTable): { rows: number | null; columns: number | null } {
  return written ? written.writer.size : { rows: null, columns: null };
}

import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { damaged } from './workbook-errors';
import { type Relationship, readRelationships, readSmallPart } from './xlsx-parts';
import type { ZipPackage } from './zip-package';

export type SheetVisibility = 'visible' | 'hidden' | 'very-hidden';
export type WorkbookSheet = { name: string; visibility: SheetVisibility; part: string };

export type Workbook = {
  uses1904: boolean;
  sheets: WorkbookSheet[];
  /** Sheets without cells: charts, macros, dialogs. */
  otherSheets: number;
  stylesPart: string | null;
  stringsPart: string | null;
};

/** Reads which sheets a workbook has, in the order of its tabs. Throws `workbook-damaged` where it names none. */
export async function readWorkbook(file: FrozenFile, zip: ZipPackage, job: Job): Promise<Workbook> {
  const roots = await readRelationships(file, zip, '', job);
  const part = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await readRelationships(file, zip, part, job);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const workbook: Workbook = {
    uses1904: false,
    sheets: [],
    otherSheets: 0,
    stylesPart: existing(zip, relations, 'styles'),
    stringsPart: existing(zip, relations, 'sharedStrings'),
  };
  const names = new Set<string>();
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') workbook.uses1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
    if (name !== 'sheet') return;
    const relation = byId.get(attributes.id ?? '');
    if (relation?.type !== 'worksheet') {
      workbook.otherSheets += 1;
      return;
    }
    workbook.sheets.push({
      name: uniqueName(names, attributes.name ?? ''),
      visibility:
        attributes.state === 'veryHidden'
          ? 'very-hidden'
          : attributes.state === 'hidden'
            ? 'hidden'
            : 'visible',
      part: relation.target,
    });
  };
  const isRead = await readSmallPart(file, zip, part, { open }, job);
  if (!isRead || workbook.sheets.length + workbook.otherSheets === 0) throw damaged(file, part);
  return workbook;
}

function existing(zip: ZipPackage, relations: readonly Relationship[], type: string): string | null {
  const target = relations.find((relation) => relation.type === type)?.target;
  return target !== undefined && zip.has(target) ? target : null;
}

/** Tables are known by the name of their sheet, which a sound workbook does not use twice. */
export function uniqueName(taken: Set<string>, name: string): string {
  const base = name.trim() === '' ? '?' : name;
  let unique = base;
  for (let count = 2; taken.has(unique); count += 1) unique = `${base} (${count})`;
  taken.add(unique);
  return unique;
}

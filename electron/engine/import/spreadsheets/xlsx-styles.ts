import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { builtInFormat, type NumberFormat, plainFormat, readFormatCode } from './number-format';
import { readSmallPart } from './xlsx-parts';
import type { ZipPackage } from './zip-package';

/** What the cells' style numbers stand for: how numbers are shown, and whether the cell is filled with a colour. */
export type CellStyles = { formats: NumberFormat[]; isColoured: boolean[] };

/** Reads the styles of a workbook; fonts and borders say nothing about the data and are left unread. */
export async function readStyles(
  file: FrozenFile,
  zip: ZipPackage,
  part: string | null,
  job: Job,
): Promise<CellStyles> {
  const codes = new Map<number, NumberFormat>();
  const fills: boolean[] = [];
  const styles: CellStyles = { formats: [], isColoured: [] };
  let inCells = false;
  let inFills = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'numFmt')
      codes.set(Number(attributes.numFmtId), readFormatCode(attributes.formatCode ?? ''));
    else if (name === 'fills') inFills = true;
    else if (name === 'fill' && inFills) fills.push(false);
    else if (name === 'patternFill' && inFills) {
      const isSolid =
        attributes.patternType !== undefined && !['none', 'gray125'].includes(attributes.patternType);
      fills[fills.length - 1] = isSolid;
    } else if (name === 'fgColor' && inFills && isWhite(attributes)) fills[fills.length - 1] = false;
    else if (name === 'cellXfs') inCells = true;
    else if (name === 'xf' && inCells) {
      const id = Number(attributes.numFmtId ?? '0');
      styles.formats.push(codes.get(id) ?? builtInFormat(id));
      styles.isColoured.push(fills[Number(attributes.fillId ?? '0')] ?? false);
    }
  };
  const close = (name: string): void => {
    if (name === 'cellXfs') inCells = false;
    if (name === 'fills') inFills = false;
  };
  if (part !== null) await readSmallPart(file, zip, part, { open, close }, job);
  if (styles.formats.length === 0) return { formats: [plainFormat], isColoured: [false] };
  return styles;
}

function isWhite({ rgb, theme, indexed, tint }: Readonly<Record<string, string>>): boolean {
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?ffffff$/i.test(rgb);
  if (tint !== undefined && Number(tint) !== 0) return false;
  return theme === '0' || indexed === '9' || indexed === '65';
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensurePoppler } from '../../support/ensure-poppler';

const run = promisify(execFile);

export type PdfContent = { info: string; text: string; pages: number };

/** What other programs say about a PDF: its facts, its number of pages and its text, blanks as single spaces. */
export async function readPdf(path: string): Promise<PdfContent> {
  ensurePoppler();
  const { stdout: info } = await run('pdfinfo', [path]);
  const { stdout: text } = await run('pdftotext', ['-layout', path, '-']);
  return {
    info,
    text: text.replaceAll(/[ \t\n\f]+/g, ' '),
    pages: Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]),
  };
}

/** Every address in a page that does not carry its content itself: scripts, styles, images, fonts or frames from outside. */
export function outsideReferences(html: string): string[] {
  const attributes = [...html.matchAll(/\b(?:src|href|srcset|data|poster)\s*=\s*["']([^"']*)["']/gi)];
  const styles = [
    ...html.matchAll(/url\(\s*["']?([^"')]*)["']?\s*\)/gi),
    ...html.matchAll(/@import\s+["']([^"']*)/gi),
  ];
  return [...attributes, ...styles]
    .map((found) => found[1] ?? '')
    .filter((address) => address !== '' && !address.startsWith('data:') && !address.startsWith('#'));
}

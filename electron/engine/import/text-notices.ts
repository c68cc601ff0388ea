import type { CancelSignal } from '../../../shared/cancel';
import type { SourceNotice } from '../../../shared/domain/source';
import { findDoubleEncoding } from './double-encoding';
import type { PreparedFile } from './prepared-file';

const linesListed = 20;

/** What was noticed, and mended, in the text of a file. Reads the file again only where letters look encoded twice. */
export async function textNotices(
  { utf8, survey, detected, tolerant, source }: PreparedFile,
  isRepaired: boolean,
  signal: CancelSignal,
): Promise<SourceNotice[]> {
  const { findings } = utf8;
  const { scan, dialect } = detected;
  const notices: SourceNotice[] = [];
  if (findings && findings.zeroBytes > 0) {
    notices.push(attention('zero-bytes-removed', { count: findings.zeroBytes }, findings.zeroLines));
  }
  for (const { encoding, count, lines } of findings?.otherLines ?? []) {
    notices.push(attention('mixed-encodings', { encoding, main: dialect.encoding, count }, lines));
  }
  if (findings && findings.undecodable > 0) {
    notices.push(attention('undecodable-lines', { count: findings.undecodable }, findings.undecodableLines));
  }
  const isText = source.textPath === null;
  if (isText && survey.doubleEncoded > 0) {
    if (isRepaired)
      notices.push(information('double-encoding-repaired', { count: survey.doubleEncoded }, []));
    else if (dialect.encoding === 'utf-8') {
      const { cells, lines } = await findDoubleEncoding(utf8.path, dialect.delimiter, signal);
      if (cells > 0) notices.push(attention('double-encoding', { cells }, lines));
    }
  }
  if (isText && survey.replacementCharacters > 0) {
    notices.push(attention('letters-lost-before', { count: survey.replacementCharacters }, []));
  }
  if (findings && findings.marksInside > 0) {
    notices.push(attention('marks-inside-removed', { count: findings.marksInside }, []));
  }
  if (findings && findings.doubledReturns > 0) {
    notices.push(information('doubled-returns', { count: findings.doubledReturns }, []));
  }
  const { titles } = detected;
  if (titles) {
    const { count, cells } = titles;
    notices.push(
      titles.namesRows
        ? information('row-names', { count, cells }, [])
        : attention('header-width-differs', { count, cells }, [dialect.headerLine ?? 1]),
    );
  }
  if (scan.comments > 0) {
    notices.push(
      information(
        'comment-lines',
        { count: scan.comments, mark: dialect.commentMark ?? '' },
        scan.commentLines,
      ),
    );
  }
  if (tolerant && detected.padsShortRows && tolerant.rowsPadded > 0) {
    notices.push(attention('short-rows-completed', { count: tolerant.rowsPadded }, []));
  }
  if (tolerant && tolerant.rowsReadOtherwise > 0) {
    notices.push(
      attention('rows-read-otherwise', { count: tolerant.rowsReadOtherwise }, tolerant.linesReadOtherwise),
    );
  }
  if (tolerant && tolerant.strayQuotes > 0) {
    notices.push(attention('stray-quotes', { count: tolerant.strayQuotes }, tolerant.strayLines));
  }
  if (utf8.dressed) notices.push(undressed(utf8.dressed));
  if (tolerant && tolerant.rowsRepaired > 0) {
    notices.push(
      attention('inner-quotes-repaired', { count: tolerant.rowsRepaired }, tolerant.repairedLines),
    );
  }
  if (tolerant && tolerant.marksRemoved > 0) {
    notices.push(information('text-marks-removed', { count: tolerant.marksRemoved }, tolerant.markedLines));
  }
  const subHeadings = tolerant?.setAsideCounts.get('sub-heading') ?? 0;
  if (subHeadings > 0) {
    const lines = (tolerant?.setAside ?? []).filter(({ reason }) => reason === 'sub-heading');
    const listed = lines.slice(0, linesListed).map(({ line }) => line);
    notices.push(attention('sub-headings', { count: subHeadings }, listed));
  }
  const { doubtful } = detected.subHeadings;
  if (doubtful.length > 0) {
    notices.push(attention('perhaps-sub-headings', { count: doubtful.length }, doubtful));
  }
  // Below one of several tables there are the others.
  if (detected.footer.length > 0 && detected.blocks.length <= 1) {
    const lines = detected.footer.map(({ line }) => line).slice(0, linesListed);
    notices.push(information('lines-below', { count: detected.footer.length }, lines));
  }
  if (detected.blocks.length > 1) {
    notices.push(attention('several-tables', { count: detected.blocks.length }, []));
  }
  return notices;
}

function undressed({ form, lines }: NonNullable<PreparedFile['utf8']['dressed']>): SourceNotice {
  if (form.kind === 'wrapped') return attention('lines-unwrapped', { count: lines }, []);
  if (form.kind === 'ruled') return information('ruled-table', {}, []);
  return attention('columns-aligned', { columns: form.width }, []);
}

function attention(code: string, details: SourceNotice['details'], lines: number[]): SourceNotice {
  return { code, severity: 'attention', details, lines, columns: [] };
}

function information(code: string, details: SourceNotice['details'], lines: number[]): SourceNotice {
  return { code, severity: 'information', details, lines, columns: [] };
}

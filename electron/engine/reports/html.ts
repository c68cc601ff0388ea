import { textWidth } from '../../../shared/charts/measure';
import { palette, waveStyle } from '../../../shared/charts/palette';
import { assertNever } from '../../../shared/errors';
import {
  type DocumentModel,
  type DocumentPart,
  type EvidencePart,
  type Fact,
  type FigurePart,
  splitAtDecimalMark,
  startsWithNumber,
  type TableCell,
  type TablePart,
  type WaveMark,
} from './document';
import { slug } from './file-names';
import { htmlStyle } from './html-style';
import { webFontRules } from './web-fonts';

/** Nothing may be fetched or run: the file holds all it shows. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Draws a document as one HTML file without scripts or outside resources; the same document gives the same text. */
export function renderHtml(model: DocumentModel): string {
  const headings = numberedHeadings(model.parts);
  const parts = model.parts.map((part) => drawPart(part, model, headings)).join('\n');
  return `<!doctype html>
<html lang="${model.locale === 'es' ? 'es-CL' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeHtml(model.author)}">
<meta name="date" content="${escapeHtml(model.date)}">
<title>${escapeHtml(model.title)}</title>
<style>
${webFontRules()}
${htmlStyle}
</style>
</head>
<body class="${model.layout}">
<header class="cover">
${badge(model.badge)}
${model.layout === 'ficha' ? `<p class="kicker">${escapeHtml(model.subtitle)}</p>` : ''}
<h1>${escapeHtml(model.title)}</h1>
${model.layout === 'report' && model.subtitle !== '' ? `<p class="subtitle">${escapeHtml(model.subtitle)}</p>` : ''}
${drawFacts(model.facts)}
${model.badgeText === null ? '' : `<p class="quiet">${escapeHtml(model.badgeText)}</p>`}
</header>
${model.layout === 'report' ? drawContents(model, headings) : ''}
<main>
${parts}
</main>
<footer>
${badge(model.badge)}
<p class="quiet">${escapeHtml(model.author)}</p>
</footer>
</body>
</html>
`;
}

/** The five characters that mean something in HTML, as references. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Heading = Extract<DocumentPart, { kind: 'heading' }>;
type HeadingIds = Map<DocumentPart, string>;

function numberedHeadings(parts: readonly DocumentPart[]): HeadingIds {
  const headings = parts.filter((part): part is Heading => part.kind === 'heading');
  return new Map(headings.map((part, index) => [part, `s${index + 1}-${slug(part.text, 'parte')}`]));
}

function drawContents(model: DocumentModel, headings: HeadingIds): string {
  const items = [...headings].flatMap(([part, id]) =>
    part.kind === 'heading' && part.level < 3
      ? [`<li class="level-${part.level}"><a href="#${id}">${escapeHtml(part.text)}</a></li>`]
      : [],
  );
  const name = escapeHtml(model.words.contents);
  return `<nav aria-labelledby="contents"><h2 id="contents">${name}</h2><ol>${items.join('')}</ol></nav>`;
}

function drawPart(part: DocumentPart, model: DocumentModel, headings: HeadingIds): string {
  switch (part.kind) {
    case 'heading': {
      const tag = `h${part.level + 1}`;
      return `<${tag} id="${headings.get(part) ?? ''}">${escapeHtml(part.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p class="${part.look}">${escapeHtml(part.text)}</p>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'definitions': {
      const items = part.items.map(
        ({ term, texts }) =>
          `<div><dt>${escapeHtml(term)}</dt>${texts.map((text) => `<dd>${escapeHtml(text)}</dd>`).join('')}</div>`,
      );
      return `<dl class="definitions">${items.join('')}</dl>`;
    }
    case 'facts':
      return drawFacts(part.items);
    case 'note':
      return `<p class="note ${part.tone}">${escapeHtml(part.text)}</p>`;
    case 'figure':
      return drawFigure(part, model);
    case 'table':
      return drawTable(part, model);
    case 'checklist': {
      const items = part.items.map(({ label, isChecked }) => {
        const said = isChecked ? model.words.yes : model.words.no;
        const box = `<span class="box" aria-hidden="true">${isChecked ? '✓' : ''}</span>`;
        return `<li class="${isChecked ? 'checked' : 'unchecked'}">${box}${escapeHtml(label)} <small>(${escapeHtml(said)})</small></li>`;
      });
      return `<ul class="checklist">${items.join('')}</ul>`;
    }
    case 'months': {
      const items = part.items.map(
        ({ label, isActive }) =>
          `<span class="${isActive ? 'active' : ''}" aria-hidden="true">${escapeHtml(label)}</span>`,
      );
      return `<div class="months" role="img" aria-label="${escapeHtml(part.alt)}">${items.join('')}</div>`;
    }
    case 'evidence':
      return drawEvidence(part);
    case 'page-break':
      return '<hr class="page-break">';
    default:
      return assertNever(part);
  }
}

function badge(text: string | null): string {
  return text === null ? '' : `<p class="badge">${escapeHtml(text)}</p>`;
}

function drawFacts(items: readonly Fact[]): string {
  const rows = items.map(({ label, values }) => {
    const texts = values.map((value) => `<dd>${escapeHtml(value)}</dd>`).join('');
    return `<div><dt>${escapeHtml(label)}</dt>${texts}</div>`;
  });
  return `<dl class="facts">${rows.join('')}</dl>`;
}

function mark(index: WaveMark | null): string {
  if (index === null) return '';
  const { colour, isHollow } = waveStyle('print', index);
  const fill = isHollow ? palette('print').surface : colour;
  return `<span class="mark" style="border-color:${colour};background:${fill}" aria-hidden="true"></span>`;
}

// The drawing comes from the chart builders, which escape the texts in it; it is the only markup passed through.
function drawFigure(part: FigurePart, model: DocumentModel): string {
  const svg = part.svg.replace(/^<\?xml[^>]*\?>\s*/, '');
  const notes = part.notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join('');
  return `<figure>
<figcaption><b>${escapeHtml(model.words.figure)} ${part.number}</b> ${escapeHtml(part.caption)}</figcaption>
<div class="drawing" role="img" aria-label="${escapeHtml(part.alt)}">${svg}</div>
${notes}
</figure>`;
}

function drawTable(part: TablePart, model: DocumentModel): string {
  const caption = `<caption><b>${escapeHtml(model.words.table)} ${part.number}</b> ${escapeHtml(part.caption)}</caption>`;
  const groups = part.groups.map(({ label, span, mark: index }) =>
    label === ''
      ? `<td colspan="${span}"></td>`
      : `<th scope="colgroup" colspan="${span}">${mark(index)}${escapeHtml(label)}</th>`,
  );
  const heads = part.columns.map(
    ({ label, align }) => `<th scope="col" class="${align}">${escapeHtml(label)}</th>`,
  );
  const tails = part.columns.map((_, index) => tailWidth(part, index, model));
  const rows = part.rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const align = part.columns[index]?.align ?? 'text';
      const span = row.kind === 'title' ? ` colspan="${part.columns.length}"` : '';
      const tag = index === 0 ? `th scope="row"${span}` : 'td';
      const content = align === 'number' ? numberCell(cell, tails[index] ?? 0, model) : escapeHtml(cell.text);
      const cellNotes = cell.notes.map((note) => `<small>${escapeHtml(note)}</small>`).join('');
      return `<${tag} class="${align} ${cell.tone}">${content}${cellNotes}</${tag.split(' ')[0]}>`;
    });
    return `<tr class="${row.kind}">${cells.join('')}</tr>`;
  });
  const notes = part.notes.map((note) => `<p class="quiet">${escapeHtml(note)}</p>`).join('');
  const warning = part.warning === null ? '' : `<p class="note warning">${escapeHtml(part.warning)}</p>\n`;
  return `<div class="table">
${warning}<table>${caption}<thead>${groups.length === 0 ? '' : `<tr class="groups">${groups.join('')}</tr>`}<tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
${notes}
</div>`;
}

/** The width, in em, of what follows a figure's decimal mark; tabular digits are all as wide as a zero. */
function ownTail(cell: TableCell, model: DocumentModel): number {
  const { tail } = splitAtDecimalMark(cell.text, model.locale);
  return textWidth(tail.replaceAll(/\d/g, '0'), 1, 600);
}

/** The width, in em, of the longest text after the decimal mark in a column. */
function tailWidth(part: TablePart, column: number, model: DocumentModel): number {
  const widths = part.rows.flatMap((row) => {
    const cell = row.cells[column];
    return cell && startsWithNumber(cell.text) ? [ownTail(cell, model)] : [];
  });
  return Math.max(0, ...widths);
}

/** A number set on its decimal mark: space after it makes up for a short tail, so the text itself stays whole. */
function numberCell(cell: TableCell, column: number, model: DocumentModel): string {
  if (!startsWithNumber(cell.text)) return escapeHtml(cell.text);
  const own = ownTail(cell, model);
  const padding = Math.max(0, column - own);
  const style = padding < 0.005 ? '' : ` style="padding-right:${padding.toFixed(3)}em"`;
  return `<span${style}>${escapeHtml(cell.text)}</span>`;
}

function drawEvidence(part: EvidencePart): string {
  const figures = part.figures.map(
    ({ label, value, note, mark: index }) =>
      `<div><dt>${mark(index)}${escapeHtml(label)}</dt><dd class="value">${escapeHtml(value)}</dd><dd>${escapeHtml(note)}</dd></div>`,
  );
  return `<section class="evidence ${part.status}">
<h3>${escapeHtml(part.claim)}</h3><p class="status">${escapeHtml(part.statusLabel)}</p>
${figures.length === 0 ? '' : `<dl class="figures">${figures.join('')}</dl>`}
${part.sentence === null ? '' : `<p>${escapeHtml(part.sentence)}</p>`}
${part.facts.length === 0 ? '' : drawFacts(part.facts)}
</section>`;
}

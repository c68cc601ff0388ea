import { assertNever } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { formatCount, formatDate } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { applicationName } from '../version';
import { annexParts } from './annex-parts';
import { comparisonParts, type PartContext } from './comparison-parts';
import { distributionParts } from './distribution-parts';
import type { DocumentModel, DocumentPart, Fact } from './document';
import { slug } from './file-names';
import { glossaryParts } from './glossary-parts';
import type { BlockMaterial, ReportMaterial } from './material';
import { measurementParts } from './measurement-parts';
import { methodParts, printedComparisons } from './method-parts';
import { createNumbering } from './numbering';
import { panelParts } from './panel-parts';
import { seriesParts } from './series-parts';
import { stampParts } from './stamp-parts';

/** A report as a document: the analyst's blocks, then methods, indicators, detail for evaluators, data stamp and glossary. */
export function composeReport(material: ReportMaterial): DocumentModel {
  const { report, waves } = material;
  const { locale } = report;
  const words = reportWords(locale);
  const isSynthetic = waves.some(({ wave }) => wave.isSynthetic);
  const numbering = createNumbering(fileStem(material), words.files.figure);
  return {
    locale,
    layout: 'report',
    title: report.title,
    subtitle: report.subtitle,
    facts: coverFacts(material),
    badge: isSynthetic ? words.synthetic.badge : null,
    badgeText: isSynthetic ? words.synthetic.text : null,
    date: contentDate(material),
    parts: [
      ...material.blocks.flatMap((block, index) => {
        const hasHeading = material.blocks.slice(0, index).some(isShownHeading);
        const context = { numbering, locale, headingLevel: hasHeading ? 2 : 1 } as const;
        return blockParts(block, material.indicators, context);
      }),
      { kind: 'page-break' },
      ...methodParts(material, numbering, locale),
      ...annexParts(printedComparisons(material), numbering, locale),
      ...stampParts(material, locale),
      ...glossaryParts(material, locale),
    ],
    words: words.words,
    author: report.municipality === '' ? applicationName : words.cover.author(report.municipality),
  };
}

/** The name of the report's files without extension: informe-los-andes-2023-2024. */
export function fileStem({ report, waves }: ReportMaterial): string {
  const { files } = reportWords(report.locale);
  const years = waves.flatMap(({ wave }) => [wave.startDate ?? wave.endDate].filter((day) => day !== null));
  const span = [...new Set(years.map((day) => day.slice(0, 4)))].sort();
  const place = report.municipality === '' ? report.title : report.municipality;
  return slug([files.report, place, ...span].join(' '), files.report);
}

/** The latest day among the imports and the report's own changes. */
function contentDate({ report, waves }: ReportMaterial): string {
  const instants = [report.updatedAt, ...waves.map(({ wave }) => wave.importedAt)].sort();
  return (instants.at(-1) ?? report.updatedAt).slice(0, 10);
}

function coverFacts(material: ReportMaterial): Fact[] {
  const { report, practice, waves } = material;
  const { locale } = report;
  const { cover: words } = reportWords(locale);
  const registers = registerOnlyWaves(material);
  const waveLines = waves.map(({ wave }) => {
    const { startDate, endDate } = wave;
    const dates =
      startDate !== null && endDate !== null
        ? words.dates(formatDate(startDate, locale), formatDate(endDate, locale))
        : formatDateOrNothing(startDate ?? endDate, locale);
    const rowUnit = material.rowUnits.get(wave.instrumentId) ?? 'person';
    const unit = words.units[rowUnit === 'person' && registers.has(wave.id) ? 'case' : rowUnit];
    return words.wave(wave.name, dates, formatCount(wave.rows, unit.one, unit.many, locale));
  });
  const facts = [
    { label: words.municipality, values: [report.municipality] },
    { label: words.unit, values: [report.unit] },
    { label: words.practice, values: practice ? [practice.title] : [] },
    { label: words.waves, values: waveLines },
    { label: words.audience, values: [words.audiences[report.audience]] },
    { label: words.date, values: [formatDate(contentDate(material), locale)] },
  ];
  return facts.filter((fact) => fact.values.some((value) => value.trim() !== ''));
}

/** The waves that a report reads only as a register over time, whose rows are cases: one person may have several. */
function registerOnlyWaves({ blocks }: ReportMaterial): Set<string> {
  const people = blocks.flatMap((block) =>
    'result' in block && block.kind !== 'series' && block.kind !== 'measurement'
      ? block.result.waves.map(({ id }) => id)
      : [],
  );
  const rows = blocks.flatMap((block) => (block.kind === 'series' ? block.result.spec.waveIds : []));
  return new Set(rows.filter((id) => !people.includes(id)));
}

function formatDateOrNothing(day: string | null, locale: Locale): string {
  return day === null ? '' : formatDate(day, locale);
}

function isShownHeading({ block }: BlockMaterial): boolean {
  return block.kind === 'heading' && block.text.trim() !== '';
}

function blockParts(
  material: BlockMaterial,
  indicators: ReportMaterial['indicators'],
  context: PartContext,
): DocumentPart[] {
  switch (material.kind) {
    case 'heading':
    case 'text':
      return textParts(material.block);
    case 'comparison':
      return comparisonParts(material.block, material, context);
    case 'distribution': {
      const shown = material.distribution.groups.some((group) => group.key.length > 0);
      const breakdown = shown ? (material.result.breakdown[0]?.label ?? '') : '';
      return distributionParts(material.block, { ...material, breakdown }, context);
    }
    case 'series':
      return seriesParts(material.block, material.result, context);
    case 'panel':
      return panelParts(material.block, { result: material.result, indicators }, context);
    case 'measurement':
      return measurementParts(material.block, material, context);
    default:
      return assertNever(material);
  }
}

function textParts(block: Extract<BlockMaterial, { kind: 'heading' | 'text' }>['block']): DocumentPart[] {
  if (block.kind === 'heading') {
    const text = block.text.trim();
    return text === '' ? [] : [{ kind: 'heading', level: 1, text }];
  }
  return paragraphs(block.text).map((text) => ({ kind: 'paragraph', look: 'body', text }));
}

/** The paragraphs of a plain text, separated by blank lines; line breaks within one become spaces. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

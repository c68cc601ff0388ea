import type { TextTable } from '../../../shared/charts';
import type { ComparisonResult, Distribution } from '../../../shared/domain/comparison';
import type { InstrumentDifference } from '../../../shared/domain/crosswalk';
import type { ReportBlock } from '../../../shared/domain/report';
import { reportBlockWords, reportWords } from '../../../shared/text/reports';
import { inSentence, tryChart } from './chart-parts';
import { differenceNotes, type PartContext } from './comparison-parts';
import type { DocumentPart, TableCell, TablePart } from './document';
import type { Numbering } from './numbering';

export type DistributionBlock = Extract<ReportBlock, { kind: 'distribution' }>;

/** The parts of the answers to one question: the figure and the same figures as a table. */
export function distributionParts(
  block: DistributionBlock,
  material: {
    result: ComparisonResult;
    distribution: Distribution;
    breakdown: string;
    differences: readonly InstrumentDifference[];
  },
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const { result, distribution, differences } = material;
  const breakdown = inSentence(material.breakdown);
  const words = reportWords(locale).figures;
  const drawn = tryChart(
    block.chart,
    { result, indicatorId: null, distribution },
    { id: `f${numbering.figures + 1}`, locale },
  );
  if (!drawn) return [];
  const caption = block.caption.trim() || words.distribution(distribution.label, breakdown);
  return [
    { ...drawn.figure, caption, ...numbering.nextFigure() },
    ...differenceNotes({ ...result, differences }, locale),
    {
      ...textTable(drawn.table, words.distribution(distribution.label, breakdown), numbering),
      notes: countedNotes(result, locale),
    },
  ];
}

/** Whom the percentages count, where the figures of the comparison count others or count them otherwise. */
function countedNotes({ spec }: ComparisonResult, locale: PartContext['locale']): string[] {
  const { distribution: words } = reportBlockWords(locale);
  return [
    ...(spec.linkage === 'matched' ? [words.everybody] : []),
    ...(spec.sampling?.weightId ? [words.unweighted] : []),
  ];
}

function textTable(source: TextTable, caption: string, numbering: Numbering): TablePart {
  const plain = (text: string): TableCell => ({ text, notes: [], tone: 'plain' });
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption,
    groups: [],
    columns: source.columns.map((column) => ({
      label: column.label,
      align: column.isNumeric ? 'number' : 'text',
      share: column.isNumeric ? 1.3 : 1.5,
    })),
    rows: source.rows.map((row) => ({ kind: 'plain', cells: row.map(plain) })),
    notes: [],
    warning: null,
  };
}

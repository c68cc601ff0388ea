import type { Commission, CommissionResult } from '../../../shared/domain/commission';
import type { Locale } from '../../../shared/text/catalogue';
import { type CommissionWords, commissionWords } from '../../../shared/text/commission';
import { byPlace, outcomeSentences } from '../../../shared/text/commission-sentences';
import { formatDate, formatNumber, formatPercent, formatSigned, noFigure } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { paragraphs } from '../reports/compose-report';
import type {
  DocumentModel,
  DocumentPart,
  TableCell,
  TableColumn,
  TablePart,
  TableRow,
} from '../reports/document';
import { applicationName } from '../version';

type Minutes = {
  commission: Commission;
  result: CommissionResult;
  locale: Locale;
  words: CommissionWords['minutes'];
  nameOf: (candidateId: string) => string;
};

/** The minutes of a commission as a document: criteria, results, agreement, stability and what was agreed. */
export function composeMinutes(
  commission: Commission,
  result: CommissionResult,
  locale: Locale,
): DocumentModel {
  const words = commissionWords(locale).minutes;
  const report = reportWords(locale);
  const number = (value: number): string => formatNumber(value, 0, locale);
  const nameOf = (id: string): string => commission.candidates.find((each) => each.id === id)?.name ?? id;
  const minutes: Minutes = { commission, result, locale, words, nameOf };
  const { min, max } = commission.scale;
  const facts = [
    { label: words.date, values: [commission.date ? formatDate(commission.date, locale) : words.open] },
    { label: words.place, values: [commission.place] },
    { label: words.evaluators, values: [commission.evaluators.map(({ name }) => name).join(', ')] },
    { label: words.candidates, values: [number(commission.candidates.length)] },
    { label: words.scale, values: [words.scaleText(decimals(min, locale), decimals(max, locale))] },
    { label: words.progress, values: [words.progressText(number(result.given), number(result.due))] },
  ];
  return {
    locale,
    layout: 'ficha',
    title: commission.name,
    subtitle: words.kicker,
    facts: facts.filter(({ values }) => values.some((value) => value.trim() !== '')),
    badge: commission.isSynthetic ? report.synthetic.badge : null,
    badgeText: null,
    date: commission.date ?? commission.updatedAt.slice(0, 10),
    parts: [
      ...textSection(words.opening, commission.opening),
      ...criteriaParts(minutes),
      heading(words.results),
      ...outcomeParts(minutes),
      ranking(minutes),
      matrix(minutes),
      ...agreementParts(minutes),
      ...stabilityParts(minutes),
      ...recusalParts(minutes),
      ...textSection(words.agreements, commission.agreements),
      heading(words.method),
      body(words.methodText),
      heading(words.signatures),
      {
        kind: 'facts',
        items: commission.evaluators.map(({ name }) => ({
          label: name,
          values: ['________________________'],
        })),
      },
    ],
    words: report.words,
    author: applicationName,
  };
}

function heading(text: string): DocumentPart {
  return { kind: 'heading', level: 1, text };
}

function body(text: string): DocumentPart {
  return { kind: 'paragraph', look: 'body', text };
}

function textSection(title: string, text: string): DocumentPart[] {
  const found = paragraphs(text);
  return found.length === 0 ? [] : [heading(title), ...found.map(body)];
}

function decimals(value: number, locale: Locale): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
}

function cell(text: string, notes: string[] = [], tone: TableCell['tone'] = 'plain'): TableCell {
  return { text, notes, tone };
}

type Columns = readonly (readonly [label: string, align: TableColumn['align'], share: number])[];

function table(
  number: number,
  caption: string,
  columns: Columns,
  rows: TableRow[],
  notes: string[] = [],
): TablePart {
  return {
    kind: 'table',
    number,
    caption,
    groups: [],
    columns: columns.map(([label, align, share]) => ({ label, align, share })),
    rows,
    notes,
    warning: null,
  };
}

function criteriaParts({ commission, words, locale }: Minutes): DocumentPart[] {
  if (commission.criteria.length === 0) return [];
  const whole = commission.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const rows = commission.criteria.map(
    ({ name, description, weight }): TableRow => ({
      kind: 'plain',
      cells: [cell(name, [], 'strong'), cell(formatPercent(weight / whole, 1, locale)), cell(description)],
    }),
  );
  const columns: Columns = [
    [words.criterion, 'text', 2.4],
    [words.weight, 'number', 0.8],
    [words.about, 'text', 3],
  ];
  return [heading(words.criteria), table(1, words.criteriaTable, columns, rows)];
}

function outcomeParts({ commission, result, locale }: Minutes): DocumentPart[] {
  return outcomeSentences(commission, result, locale).map(({ text, isWarning }) =>
    isWarning ? { kind: 'note', tone: 'warning', text } : body(text),
  );
}

function ranking({ commission, result, words, nameOf, locale }: Minutes): DocumentPart {
  const score = (value: number | null): string => formatNumber(value, 2, locale);
  const place = (value: number | null): string => formatNumber(value, 0, locale);
  const rows = byPlace(result.candidates).map((each): TableRow => {
    const candidate = commission.candidates.find(({ id }) => id === each.candidateId);
    const range = each.lowest === null ? noFigure : words.rangeText(score(each.lowest), score(each.highest));
    return {
      kind: 'plain',
      cells: [
        cell(place(each.place), each.isTied ? [words.tied] : []),
        cell(nameOf(each.candidateId), candidate?.municipality ? [candidate.municipality] : []),
        cell(
          score(each.score),
          each.evaluators < commission.evaluators.length ? [words.of(place(each.evaluators))] : [],
          'strong',
        ),
        cell(range),
        cell(
          each.bestPlace === null ? noFigure : words.places(place(each.bestPlace), place(each.worstPlace)),
        ),
        cell(words.outcomes[each.outcome]),
      ],
    };
  });
  const columns: Columns = [
    [words.placeColumn, 'number', 0.7],
    [words.candidate, 'text', 2.8],
    [words.score, 'number', 0.9],
    [words.range, 'number', 1.3],
    [words.stable, 'number', 1.2],
    [words.outcome, 'text', 1.4],
  ];
  const evaluators = formatNumber(commission.evaluators.length, 0, locale);
  return table(2, words.ranking, columns, rows, [words.meanOf(evaluators)]);
}

function matrix({ commission, result, words, nameOf, locale }: Minutes): DocumentPart {
  const rows = byPlace(result.candidates).map(
    (each): TableRow => ({
      kind: 'plain',
      cells: [
        cell(nameOf(each.candidateId)),
        ...each.byCriterion.map(({ mean }) => cell(formatNumber(mean, 2, locale))),
      ],
    }),
  );
  const columns: Columns = [
    [words.candidate, 'text', 1.6],
    ...commission.criteria.map(({ name }) => [name, 'number', 1] as const),
  ];
  return table(3, words.matrix, columns, rows);
}

function agreementParts({ commission, result, words, locale }: Minutes): DocumentPart[] {
  const { agreement } = result;
  const value = (figure: number | null): string => formatNumber(figure, 2, locale);
  const range = ({ interval }: { interval: { lower: number; upper: number } }): string =>
    words.rangeText(value(interval.lower), value(interval.upper));
  const alpha =
    agreement.alpha === null
      ? words.noAlpha[agreement.reason ?? 'nothing-scored-twice']
      : words.alphaText(value(agreement.alpha), formatNumber(agreement.units, 0, locale));
  const { single, average } = agreement;
  const icc =
    single && average
      ? [
          words.iccText(
            value(single.value),
            range(single),
            value(average.value),
            range(average),
            formatNumber(agreement.complete, 0, locale),
          ),
        ]
      : [];
  const rows = result.evaluators.map(
    (each): TableRow => ({
      kind: 'plain',
      cells: [
        cell(commission.evaluators.find(({ id }) => id === each.evaluatorId)?.name ?? each.evaluatorId),
        cell(`${formatNumber(each.scored, 0, locale)} / ${formatNumber(each.expected, 0, locale)}`),
        cell(formatSigned(each.severity, 2, locale)),
      ],
    }),
  );
  const columns: Columns = [
    [words.evaluator, 'text', 2],
    [words.scored, 'number', 1],
    [words.severityColumn, 'number', 1],
  ];
  return [heading(words.agreement), ...[alpha, ...icc].map(body), table(4, words.severity, columns, rows)];
}

function stabilityParts({ commission, result, words, nameOf, locale }: Minutes): DocumentPart[] {
  if (result.stability.length === 0) return [];
  const names = (ids: readonly string[]): string => {
    if (commission.recognised === null) return noFigure;
    return ids.length === 0 ? words.nobody : ids.map(nameOf).join(', ');
  };
  const rows = result.stability.map(
    ({ evaluatorId, tau, entering, leaving }): TableRow => ({
      kind: 'plain',
      cells: [
        cell(
          evaluatorId === null
            ? words.equalWeights
            : words.without(commission.evaluators.find(({ id }) => id === evaluatorId)?.name ?? evaluatorId),
        ),
        cell(formatNumber(tau, 2, locale)),
        cell(names(entering)),
        cell(names(leaving)),
      ],
    }),
  );
  const columns: Columns = [
    [words.situation, 'text', 2],
    [words.tau, 'number', 1],
    [words.entering, 'text', 1.6],
    [words.leaving, 'text', 1.6],
  ];
  return [heading(words.stability), table(5, words.stabilityTable, columns, rows, [words.tauNote])];
}

function recusalParts({ commission, words, nameOf }: Minutes): DocumentPart[] {
  if (commission.recusals.length === 0) return [];
  const items = commission.recusals.map(({ evaluatorId, candidateId, reason }) =>
    words.recusal(
      commission.evaluators.find(({ id }) => id === evaluatorId)?.name ?? evaluatorId,
      nameOf(candidateId),
      reason,
    ),
  );
  return [heading(words.recusals), { kind: 'list', items }];
}

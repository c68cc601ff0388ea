import { protectedText } from '../../../shared/charts/describe';
import { keyLabel } from '../../../shared/charts/rows';
import type { ClaimEvidence } from '../../../shared/contract';
import type { ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import { evidenceStrengths } from '../../../shared/domain/evidence';
import type { Claim } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import {
  formatChange,
  formatChangeInterval,
  formatInstant,
  formatInterval,
  formatNumber,
  formatValue,
  noFigure,
} from '../../../shared/text/format';
import { plainSentence } from '../../../shared/text/measurement-sentences';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementMethod,
  measureName,
} from '../../../shared/text/measurements';
import { reportWords } from '../../../shared/text/reports';
import { methodName } from '../../../shared/text/statistics';
import type { EvidencePart, Fact } from '../reports/document';

/**
 * One claim with what it rests on: its rung, its figures and whether it still holds. The page of evidence adds method,
 * files and fingerprints, which a ficha leaves to it.
 */
export function evidencePart(
  claim: Claim,
  evidence: ClaimEvidence,
  locale: Locale,
  { isDetailed }: { isDetailed: boolean },
): EvidencePart {
  const words = texts(locale);
  const problems = evidence.problems.map((problem) => words.evidence.problems[problem]);
  const told = problems.flatMap(({ what, advice }) => (isDetailed ? [what, advice] : [what]));
  return {
    kind: 'evidence',
    claim: claim.text,
    status: evidence.status,
    statusLabel:
      evidence.link === null && claim.stated
        ? words.evidence.stating.unlinked
        : words.practices.claims.status[evidence.status],
    sentence: [sentenceOf(evidence, locale), ...told].filter(Boolean).join(' ') || null,
    figures: [
      ...(evidence.result ? comparedFigures(evidence.result, locale) : []),
      ...(evidence.figure ? countedFigures(evidence.figure, locale) : []),
    ],
    facts: [...claimFacts(claim, evidence, locale), ...(isDetailed ? detailFacts(evidence, locale) : [])],
  };
}

/** What the figure says in words; empty where nothing is left of it. */
export function sentenceOf({ sentence, figure }: ClaimEvidence, locale: Locale): string {
  if (sentence !== null) return sentence;
  return figure?.figure.status === 'shown' ? plainSentence(figure.figure, locale) : '';
}

/** The rung of a claim as words with its place: Comparada antes y después (escalón 4 de 5). */
export function rungText({ strength }: Pick<ClaimEvidence, 'strength'>, locale: Locale): string {
  const words = texts(locale).evidence.strength;
  const rung = evidenceStrengths.indexOf(strength) + 1;
  return words.rung(String(rung), String(evidenceStrengths.length), words.names[strength]);
}

function countedFigures(
  { figure }: NonNullable<ClaimEvidence['figure']>,
  locale: Locale,
): EvidencePart['figures'] {
  const { ficha } = reportWords(locale);
  const { facts } = texts(locale).evidence;
  const isShown = figure.status === 'shown';
  const n = formatNumber(figure.n, 0, locale);
  const counted =
    figure.scale === 'share' && figure.numerator !== null
      ? facts.nOf(formatNumber(figure.numerator, 0, locale), n)
      : ficha.nNote('', n);
  const note = [
    measurementIntervalText(figure, locale),
    ...(isShown && figure.n !== null ? [counted] : []),
  ].filter(Boolean);
  return [
    {
      label: [measureName(figure.measure, locale), ...figure.of].join(', '),
      value: measurementFigureText(figure, locale),
      note: note.join(' · '),
      mark: null,
    },
  ];
}

function comparedFigures(result: ComparisonResult, locale: Locale): EvidencePart['figures'] {
  const { ficha } = reportWords(locale);
  const [row] = result.rows;
  const [change] = row?.changes ?? [];
  const [indicator] = result.indicators;
  if (!change || !indicator) return [];
  const wave = (cell: WaveCell, mark: number) => ({
    label: result.waves.find((each) => each.id === cell.waveId)?.name ?? '',
    value: cellText(cell, indicator, result, locale),
    note:
      cell.status === 'shown' && cell.n !== null
        ? ficha.nNote(
            cell.interval ? formatInterval(cell.interval, indicator, locale) : '',
            formatNumber(cell.n, 0, locale),
          )
        : '',
    mark,
  });
  return [
    wave(change.baseline, 0),
    wave(change.followUp, 1),
    {
      label: ficha.change,
      value:
        change.status === 'suppressed'
          ? protectedText(result.privacy.threshold, locale)
          : formatChange(change.change, indicator, locale),
      note: change.interval ? formatChangeInterval(change.interval, indicator, locale) : '',
      mark: null,
    },
  ];
}

function cellText(
  cell: WaveCell,
  indicator: ComparisonResult['indicators'][number],
  result: ComparisonResult,
  locale: Locale,
): string {
  switch (cell.status) {
    case 'shown':
      return formatValue(cell.estimate, indicator, locale);
    case 'suppressed':
      return protectedText(result.privacy.threshold, locale);
    case 'empty':
      return noFigure;
  }
}

function claimFacts({ stated }: Claim, evidence: ClaimEvidence, locale: Locale): Fact[] {
  const { ficha } = reportWords(locale);
  const words = texts(locale).evidence;
  const { indicatorName, reportTitle, reportRenderedAt, result, link } = evidence;
  const key = result?.rows[0]?.key ?? [];
  const rendered = reportRenderedAt
    ? ficha.renderedAt(formatInstant(reportRenderedAt, locale))
    : ficha.notRendered;
  return filled([
    { label: words.strength.label, values: [rungText(evidence, locale)] },
    {
      label: words.facts.stated,
      values: stated ? [words.facts.statedSource(stated.text, stated.source)] : [],
    },
    {
      label: link?.kind === 'measurement' ? words.facts.measurement : words.facts.indicator,
      values: indicatorName ? [indicatorName] : [],
    },
    { label: words.facts.group, values: key.length > 0 ? [keyLabel(key, locale)] : [] },
    { label: words.facts.report, values: reportTitle ? [`${reportTitle} (${rendered})`] : [] },
  ]);
}

function detailFacts(evidence: ClaimEvidence, locale: Locale): Fact[] {
  const words = texts(locale).evidence.facts;
  const { method, reportFiles, waves, result, figure } = evidence;
  const sha256 = result?.resultSha256 ?? figure?.resultSha256;
  return filled([
    { label: words.method, values: method ? [claimMethod(evidence, locale)] : [] },
    { label: words.waves, values: waves.map(({ name, dataSha256 }) => words.waveData(name, dataSha256)) },
    {
      label: words.files,
      values: reportFiles.map(({ name, sha256: hash }) => words.reportFile(name, hash)),
    },
    { label: words.fingerprint, values: sha256 ? [sha256] : [] },
  ]);
}

/** The name of the method behind a claim's figure; empty without one. */
export function claimMethod({ method, figure }: ClaimEvidence, locale: Locale): string {
  if (method === null) return '';
  return figure ? measurementMethod(method, locale) : methodName(method, locale);
}

function filled(facts: readonly Fact[]): Fact[] {
  return facts
    .map(({ label, values }) => ({ label, values: values.filter((value) => value.trim() !== '') }))
    .filter(({ values }) => values.length > 0);
}

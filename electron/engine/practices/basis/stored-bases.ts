import type { ComparisonResult } from '../../../../shared/domain/comparison';
import { basisVersion, StoredBasis } from '../../../../shared/domain/evidence';
import type { EvidenceLink, Practice } from '../../../../shared/domain/practice';
import type { Report } from '../../../../shared/domain/report';
import { comparePlan } from '../../comparison/compute';
import { planComparison } from '../../comparison/plan';
import { hashJson } from '../../comparison/result-hash';
import type { Session } from '../../db/session';
import { type ProjectDefinitions, readDefinitions, reportStatus } from '../../reports/content-hash';
import { printedIds, printedResult, wholeSpec } from '../../reports/printed-result';
import { listReports, writeRendering } from '../../reports/report-store';
import { cutResult, cutSentence } from '../linked-result';
import { claimBasis, comparisonBlockOf, linkSha256 } from './claim-basis';

/** What a link rested on when its report was rendered; null for a rendering of an earlier version. */
export function storedBasis(report: Report, link: EvidenceLink): StoredBasis | null {
  const name = linkSha256(link);
  const found = report.rendering?.bases.find((each) => each.link === name && each.version === basisVersion);
  return found ?? null;
}

/**
 * What every claim linked to a report rests on now, for its rendering to keep. Nothing where the project has changed since
 * the rendering was made: what it rested on can no longer be told.
 */
export async function basesOfReport(
  session: Session,
  report: Report,
  definitions: ProjectDefinitions,
): Promise<StoredBasis[]> {
  const links = definitions.practices.flatMap(linksOf).filter(({ reportId }) => reportId === report.id);
  return basesOfLinks(session, report, links, definitions);
}

/**
 * Keeps what the links of a practice rest on where they were made after their report was rendered and it still holds.
 * Part of the transaction that saves the practice.
 */
export async function keepBases(session: Session, practice: Practice): Promise<void> {
  const links = linksOf(practice);
  if (links.length === 0) return;
  const reports = await listReports(session);
  const waiting = reports.flatMap((report) => {
    const own = links.filter((link) => link.reportId === report.id && !storedBasis(report, link));
    return report.rendering && own.length > 0 ? [{ report, rendering: report.rendering, own }] : [];
  });
  if (waiting.length === 0) return;
  const definitions = await readDefinitions(session);
  for (const { report, rendering, own } of waiting) {
    const made = await basesOfLinks(session, report, own, definitions);
    if (made.length === 0) continue;
    const names = new Set(made.map(({ link }) => link));
    const bases = [...rendering.bases.filter(({ link }) => !names.has(link)), ...made];
    await writeRendering(session, report.id, { ...rendering, bases });
  }
}

function linksOf({ claims }: Practice): EvidenceLink[] {
  return claims.flatMap(({ evidence }) => evidence ?? []);
}

async function basesOfLinks(
  session: Session,
  report: Report,
  links: readonly EvidenceLink[],
  definitions: ProjectDefinitions,
): Promise<StoredBasis[]> {
  if (links.length === 0 || reportStatus(report, definitions) !== 'current') return [];
  const bases = new Map<string, StoredBasis>();
  const results = new Map<string, ComparisonResult>();
  for (const link of links) {
    const basis = await claimBasis(session, link, definitions, [report]);
    const name = linkSha256(link);
    if (!basis) continue;
    const words = await wordsOf(session, report, link, definitions, results);
    bases.set(name, StoredBasis.parse({ ...basis, link: name, version: basisVersion, words }));
  }
  return [...bases.values()];
}

/** Hash of the sentence about a comparison, as its report says it; null for a figure of a measurement. */
async function wordsOf(
  session: Session,
  report: Report,
  link: EvidenceLink,
  definitions: ProjectDefinitions,
  results: Map<string, ComparisonResult>,
): Promise<string | null> {
  if (link.kind === 'measurement') return null;
  const comparison = definitions.comparisons.find(({ id }) => id === link.comparisonId);
  const block = comparisonBlockOf(report, link);
  if (!comparison || !block) return null;
  const known = results.get(comparison.id);
  const call = { signal: session.signal, report: () => undefined };
  const spec = wholeSpec(report, comparison, definitions.indicators);
  const whole = known ?? (await comparePlan(session, await planComparison(session, spec), call));
  results.set(comparison.id, whole);
  const cut = cutResult(printedResult(whole, printedIds(block, comparison)), link);
  return cut ? wordsSha256(cutSentence(cut, report.locale)) : null;
}

/** The hash of a sentence; null of none. */
export function wordsSha256(sentence: string | null): string | null {
  return sentence === null ? null : hashJson(sentence);
}

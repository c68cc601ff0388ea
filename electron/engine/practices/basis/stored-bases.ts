import { basisVersion, type ClaimBasis, StoredBasis } from '../../../../shared/domain/evidence';
import type { EvidenceLink, Practice } from '../../../../shared/domain/practice';
import type { Report } from '../../../../shared/domain/report';
import type { Session } from '../../db/session';
import { type ProjectDefinitions, readDefinitions, reportStatus } from '../../reports/content-hash';
import { listReports, writeRendering } from '../../reports/report-store';
import { claimBasis, linkSha256 } from './claim-basis';

/** What a link rested on when its report was rendered; null for a rendering of an earlier version. */
export function storedBasis(report: Report, link: EvidenceLink): ClaimBasis | null {
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
  for (const link of links) {
    const basis = await claimBasis(session, link, definitions, [report]);
    const name = linkSha256(link);
    if (basis) bases.set(name, StoredBasis.parse({ ...basis, link: name, version: basisVersion }));
  }
  return [...bases.values()];
}

import type { ClaimEvidence } from '../../../shared/contract';
import { evidenceStrengths } from '../../../shared/domain/evidence';
import type { Practice } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import type { DocumentModel, DocumentPart } from '../reports/document';
import { applicationName, applicationVersion } from '../version';
import { contentDate } from './compose-ficha';
import { evidencePart } from './evidence-part';

/** All claims of a practice with what each rests on, below a line of how many stand on each rung. */
export function composeEvidence(
  practice: Practice,
  evidence: readonly ClaimEvidence[],
  locale: Locale,
): DocumentModel {
  const words = reportWords(locale);
  const { page, strength } = texts(locale).evidence;
  const isSynthetic = evidence.some(({ waves }) => waves.some((wave) => wave.isSynthetic));
  const claims = practice.claims.flatMap((claim): DocumentPart[] => {
    const found = evidence.find(({ claimId }) => claimId === claim.id);
    return found ? [evidencePart(claim, found, locale, { isDetailed: true })] : [];
  });
  const ladder = evidenceStrengths.map((rung) => ({
    term: strength.names[rung],
    texts: [strength.meanings[rung]],
  }));
  return {
    locale,
    layout: 'ficha',
    title: practice.title,
    subtitle: page.kicker,
    facts: [
      { label: words.ficha.municipality, values: [practice.municipality] },
      { label: page.summary, values: summaryLines(evidence, locale) },
      {
        label: page.application,
        values: [page.applicationValue(applicationName, applicationVersion)],
      },
    ].filter(({ values }) => values.some((value) => value.trim() !== '')),
    badge: isSynthetic ? words.synthetic.badge : null,
    badgeText: null,
    date: contentDate(practice, evidence),
    parts: [
      { kind: 'heading', level: 1, text: page.claims },
      ...(claims.length === 0
        ? [{ kind: 'paragraph', look: 'quiet', text: page.noClaims } satisfies DocumentPart]
        : claims),
      { kind: 'heading', level: 1, text: page.ladderTitle },
      { kind: 'paragraph', look: 'body', text: page.ladderIntro },
      { kind: 'definitions', items: ladder },
      { kind: 'note', tone: 'information', text: page.observed },
      ...(isSynthetic
        ? [{ kind: 'note', tone: 'warning', text: words.synthetic.text } satisfies DocumentPart]
        : []),
    ],
    words: words.words,
    author: practice.municipality === '' ? applicationName : words.cover.author(practice.municipality),
  };
}

/** How many claims stand on each rung that has any, the firmest first, and how many links still hold. */
function summaryLines(evidence: readonly ClaimEvidence[], locale: Locale): string[] {
  const { page, strength } = texts(locale).evidence;
  const count = (number: number): string => formatCount(number, page.count.one, page.count.many, locale);
  const write = (number: number): string => formatNumber(number, 0, locale);
  const rungs = [...evidenceStrengths].reverse().flatMap((rung) => {
    const found = evidence.filter((each) => each.strength === rung).length;
    return found === 0 ? [] : [page.rungLine(strength.names[rung], count(found))];
  });
  const linked = evidence.filter(({ link }) => link !== null);
  const current = linked.filter(({ status }) => status === 'current').length;
  return [...rungs, ...(linked.length > 0 ? [page.standing(write(current), write(linked.length))] : [])];
}

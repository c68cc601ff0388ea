import type { ParsedInput } from '../../../shared/contract';
import { PersonLink, type PersonPlace } from '../../../shared/domain/people';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { amongPeople, wordsOfNames } from '../privacy/file-people';
import { redactText } from '../privacy/redact-text';
import { namesInVault } from './person-details';
import {
  givePseudonym,
  type LinkChange,
  listLinks,
  personAt,
  replacePseudonym,
  restorePseudonyms,
  storeLink,
} from './person-links';

/**
 * Makes two rows the same person: the pseudonym of `kept` takes the place of the other one in every wave; a row without one
 * gets it. Throws `link-invalid`, `wave-missing`.
 */
export async function linkPeople(
  context: EngineContext,
  session: Session,
  input: ParsedInput<'people.link'>,
): Promise<PersonLink> {
  assertApart(input.kept, input.joined);
  const kept = await personAt(session, input.kept);
  const joined = await personAt(session, input.joined);
  if (kept.wave.id === joined.wave.id) {
    const lines = [input.kept.line, input.joined.line];
    throw new AppError('link-invalid', { reason: 'same-wave', wave: kept.wave.name, lines });
  }
  if (kept.person !== null && kept.person === joined.person) {
    throw new AppError('link-invalid', { reason: 'same-person' });
  }
  const person = kept.person ?? joined.person ?? freshPseudonym(context);
  const changes: LinkChange[] = [];
  for (const [side, { line }] of [
    [kept, input.kept],
    [joined, input.joined],
  ] as const) {
    if (side.person === null) changes.push(...(await givePseudonym(session, side, line, person)));
    else if (side.person !== person) changes.push(...(await replacePseudonym(session, side.person, person)));
  }
  const isBoth = kept.person !== null && joined.person !== null;
  const link = await makeLink(context, session, {
    kind: 'reviewed',
    kept: person,
    joined: isBoth ? joined.person : null,
    places: [input.kept, input.joined],
    changes,
    decidedBy: input.decidedBy,
    reason: input.reason,
  });
  await storeLink(session, link.id, link);
  return link;
}

/** Keeps two rows from being proposed as the same person again. Throws `link-invalid`. */
export async function keepApart(
  context: EngineContext,
  session: Session,
  input: ParsedInput<'people.keepApart'>,
): Promise<PersonLink> {
  assertApart(input.left, input.right);
  const left = await personAt(session, input.left);
  const right = await personAt(session, input.right);
  if (left.person !== null && left.person === right.person) {
    throw new AppError('link-invalid', { reason: 'same-person' });
  }
  const link = await makeLink(context, session, {
    kind: 'different',
    kept: left.person,
    joined: right.person,
    places: [input.left, input.right],
    changes: [],
    decidedBy: input.decidedBy,
    reason: input.reason,
  });
  await storeLink(session, link.id, link);
  return link;
}

/** Takes a decision back. Throws `link-invalid` when it no longer exists. */
export async function unlinkPeople(session: Session, linkId: PersonLink['id']): Promise<void> {
  const links = await listLinks(session);
  const link = links.find(({ id }) => id === linkId);
  if (!link) throw new AppError('link-invalid', { reason: 'link-missing' });
  await restorePseudonyms(session, link, links);
  await storeLink(session, link.id, null);
}

/** The decision as it is stored: its reason tells of nobody, least of all of those whom the vault knows in these waves. */
async function makeLink(
  context: EngineContext,
  session: Session,
  link: Omit<PersonLink, 'id' | 'decidedAt'>,
): Promise<PersonLink> {
  const words = wordsOfNames(
    await namesInVault(
      context,
      session,
      link.places.map(({ waveId }) => waveId),
    ),
  );
  const reason = await amongPeople(words, () => Promise.resolve(redactText(link.reason)));
  return PersonLink.parse({
    ...link,
    reason,
    id: context.newId('lnk'),
    decidedAt: context.instant(),
  });
}

/** For people of whom no wave knows an identifier: a name of the same form, drawn at random. */
function freshPseudonym({ options }: EngineContext): string {
  return `P-${Buffer.from(options.randomBytes(8)).toString('hex').toUpperCase()}`;
}

function assertApart(left: PersonPlace, right: PersonPlace): void {
  if (left.waveId === right.waveId && left.line === right.line) {
    throw new AppError('link-invalid', { reason: 'same-row' });
  }
}

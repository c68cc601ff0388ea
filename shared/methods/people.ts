import { z } from 'zod';
import { FileId, InstrumentId, WaveId } from '../domain/ids';
import { PeopleOverview, PersonLink, PersonPair, PersonPlace, PersonRow } from '../domain/people';
import { OutputFile } from '../domain/report';
import { Done, defineMethods } from './define';

const decidedBy = z.string().min(1).max(120);
const reason = z.string().min(1).max(500);

/** Recognising the same people in several waves. */
export const peopleMethods = defineMethods({
  'people.overview': {
    kind: 'query',
    summary: 'How many people each wave identifies and how many are found again',
    input: z.strictObject({ instrumentId: InstrumentId }),
    output: PeopleOverview,
  },
  'people.unmatched': {
    kind: 'query',
    summary: 'The people of one wave who are not in another one',
    input: z.strictObject({
      waveId: WaveId,
      otherWaveId: WaveId,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), rows: z.array(PersonRow) }),
  },
  'people.exportUnmatched': {
    kind: 'command',
    summary: 'Write the people of one wave who are not in another one to a file, by pseudonym and line',
    input: z.strictObject({ waveId: WaveId, otherWaveId: WaveId }),
    output: OutputFile,
  },
  'people.candidates': {
    kind: 'query',
    summary:
      'Unmatched people of two waves who may be the same, by name, birth date and group, to be reviewed',
    input: z.strictObject({
      baselineWaveId: WaveId,
      followUpWaveId: WaveId,
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      pairs: z.array(PersonPair),
      details: PeopleOverview.shape.details,
    }),
  },
  'people.nearDuplicates': {
    kind: 'query',
    summary: 'Rows of one wave that may be the same person, to be reviewed',
    input: z.strictObject({ waveId: WaveId, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      pairs: z.array(PersonPair),
      details: PeopleOverview.shape.details,
    }),
  },
  'people.link': {
    kind: 'command',
    summary: 'Decide that two rows of different waves are the same person',
    input: z.strictObject({ kept: PersonPlace, joined: PersonPlace, decidedBy, reason }),
    output: PersonLink,
  },
  'people.keepApart': {
    kind: 'command',
    summary: 'Decide that two rows are different people, so that they are not proposed again',
    input: z.strictObject({ left: PersonPlace, right: PersonPlace, decidedBy, reason }),
    output: PersonLink,
  },
  'people.unlink': {
    kind: 'command',
    summary: 'Take a decision about two people back; their rows get the pseudonyms they had',
    input: z.strictObject({ linkId: PersonLink.shape.id }),
    output: Done,
  },
  'people.links': {
    kind: 'query',
    summary: 'Every decision about who is the same person',
    input: z.strictObject({}),
    output: z.strictObject({ links: z.array(PersonLink) }),
  },
  'people.importAliases': {
    kind: 'command',
    summary: 'Join the people whom a table of two identifiers (such as IPE and RUN) says to be the same',
    input: z.strictObject({ fileId: FileId, decidedBy, reason }),
    output: z.strictObject({
      read: z.int().nonnegative(),
      linked: z.int().nonnegative(),
      /** Pairs of which no wave knows the identifier replaced; they are kept and hold for waves to come. */
      unknown: z.int().nonnegative(),
      alreadyLinked: z.int().nonnegative(),
      /** Rows that were not used: a cell was blank, a check digit wrong, or both people stand in one wave. */
      refused: z.array(
        z.strictObject({
          line: z.int().positive(),
          reason: z.enum(['blank', 'check-digit', 'same-wave', 'same-identifier']),
        }),
      ),
    }),
  },
});

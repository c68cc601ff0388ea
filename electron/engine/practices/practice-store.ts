import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Practice, PracticeSeed, recordVersion } from '../../../shared/domain/practice';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { findDefinition } from '../definitions/definition-store';

/** Throws `practice-missing`. */
export async function getPractice(session: Session, practiceId: string): Promise<Practice> {
  const found = await findDefinition(session, 'practice', practiceId, Practice);
  if (!found) throw new AppError('practice-missing', { practiceId });
  return found;
}

/** A record that ships with the application. Throws `practice-missing` for a name it does not know. */
export async function readSeed(resourcesFolder: string, slug: string): Promise<PracticeSeed> {
  if (!/^[a-z0-9-]+$/.test(slug)) throw new AppError('practice-missing', { practiceId: slug });
  const file = path.join(resourcesFolder, 'seeds', 'practices', `${slug}.json`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new AppError('practice-missing', { practiceId: slug }, { cause: error });
  });
  const parsed = PracticeSeed.safeParse(upgradeSeed(JSON.parse(text)));
  if (!parsed.success) throw new AppError('practice-invalid', { issue: parsed.error.message });
  return parsed.data;
}

const FirstSeed = z.looseObject({ schemaVersion: z.literal(1), claims: z.array(z.looseObject({})) });

/** A record of version 1, whose claims had no keys, as one of this version; any other stays as it is. */
function upgradeSeed(raw: unknown): unknown {
  const first = FirstSeed.safeParse(raw);
  if (!first.success) return raw;
  const claims = first.data.claims.map((claim, index) => ({ key: `afirmacion-${index + 1}`, ...claim }));
  return { ...first.data, schemaVersion: recordVersion, claims };
}

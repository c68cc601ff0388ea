import { neverCancelled } from '../../../shared/cancel';
import type { Wave } from '../../../shared/domain/wave';
import type { EngineContext } from '../context';
import type { IdentityPart } from '../import/import-wave';
import { openVault } from '../privacy/project-vault';
import type { Vault } from '../privacy/vault';
import { listWaves } from '../projects/open-project';
import { type SetAsideSection, writeSections } from './set-aside-rows';

const kinds = ['people', 'details', 'set-aside'] as const satisfies readonly IdentityPart['kind'][];

/** What the vault holds of a wave. */
export function readParts(vault: Vault, waveId: string): IdentityPart[] {
  return kinds.flatMap((kind) => {
    const content = vault.read(waveId, kind);
    return content ? [{ kind, content: new Uint8Array(content) }] : [];
  });
}

/** The parts with more people behind the pseudonyms of the wave, and what is known of them. */
export function withPeople(parts: readonly IdentityPart[], more: readonly IdentityPart[]): IdentityPart[] {
  const joined = (['people', 'details'] as const).flatMap((kind) => {
    const lists = [...parts, ...more].filter((part) => part.kind === kind);
    if (lists.length === 0) return [];
    const text = lists.map(({ content }) => Buffer.from(content).toString('utf8').replace(/\n?$/, '\n'));
    return [{ kind, content: Buffer.from([...new Set(text.join('').split('\n'))].join('\n')) }];
  });
  return [...joined, ...parts.filter(({ kind }) => kind === 'set-aside')];
}

/** The parts with other rows set aside; sections without rows are left out. */
export function withAside(
  parts: readonly IdentityPart[],
  sections: readonly SetAsideSection[],
): IdentityPart[] {
  const others = parts.filter(({ kind }) => kind !== 'set-aside');
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return filled.length === 0 ? others : [...others, { kind: 'set-aside', content: writeSections(filled) }];
}

/** Writes what the vault holds of a wave, one writer at a time and apart from any transaction. */
export function writeParts(
  context: EngineContext,
  waveId: Wave['id'],
  parts: readonly IdentityPart[],
): Promise<void> {
  return context.project().write(neverCancelled, async (session) => {
    const vault = await openVault(context, session);
    const living = await listWaves(session);
    await vault.replace(
      waveId,
      parts,
      living.map(({ id }) => id),
    );
  });
}

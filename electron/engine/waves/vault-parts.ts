import { neverCancelled } from '../../../shared/cancel';
import type { Wave } from '../../../shared/domain/wave';
import type { EngineContext } from '../context';
import type { IdentityPart } from '../import/import-wave';
import { openVault } from '../privacy/project-vault';
import type { Vault } from '../privacy/vault';
import { listWaves } from '../projects/open-project';
import { type SetAsideSection, writeSections } from './set-aside-rows';

/** What the vault holds of a wave. */
export function readParts(vault: Vault, waveId: string): IdentityPart[] {
  return (['people', 'set-aside'] as const).flatMap((kind) => {
    const content = vault.read(waveId, kind);
    return content ? [{ kind, content: new Uint8Array(content) }] : [];
  });
}

/** The parts with more people behind the pseudonyms of the wave. */
export function withPeople(parts: readonly IdentityPart[], more: readonly IdentityPart[]): IdentityPart[] {
  const lists = [...parts, ...more].filter(({ kind }) => kind === 'people');
  const others = parts.filter(({ kind }) => kind !== 'people');
  if (lists.length === 0) return others;
  const text = lists.map(({ content }) => Buffer.from(content).toString('utf8').replace(/\n?$/, '\n'));
  return [
    { kind: 'people', content: Buffer.from([...new Set(text.join('').split('\n'))].join('\n')) },
    ...others,
  ];
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

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { MethodName } from '../../shared/contract';

const changesNothing: ReadonlySet<string> = new Set<MethodName>([
  'comparison.export',
  'commission.exportSheet',
  'commission.print',
  'chart.export',
  'instrument.exportXlsForm',
  'cleaning.export',
  'coding.exportSheet',
  'measurement.export',
  'practice.export',
  'practice.print',
  'practice.printEvidence',
  'practice.bundle',
  'project.exportFile',
  'import.exportTable',
  'wave.exportCrosswalk',
  'wave.exportSetAside',
]);
const opensAnotherProject: ReadonlySet<string> = new Set<MethodName>([
  'project.create',
  'project.open',
  'project.openFile',
  'project.openDemonstration',
  'project.close',
]);
/** Questions about a file outside the project, or about the program: no command changes their answer. */
const outsideProject: ReadonlySet<unknown> = new Set([
  'import.inspect',
  'import.table',
  'import.column',
  'codebook.describe',
  'practice.seeds',
  'template.describe',
  'system.info',
  'progress',
  'draft',
]);
/** Answers that rest on the project and on a file that an import has just let go of: asked again when next shown. */
const whenNextShown: ReadonlySet<unknown> = new Set(['import.match', 'import.propose']);

/** True for a command after which another project is open, or none. */
export function isMethodThatOpens(method: string): boolean {
  return opensAnotherProject.has(method);
}

/** Asks again what a command may have changed; resolves once the answers on screen are fresh. */
export async function refreshAfter(method: string, answers: QueryClient): Promise<void> {
  if (changesNothing.has(method)) return;
  if (opensAnotherProject.has(method)) await answers.resetQueries();
  else {
    const isAbout = (set: ReadonlySet<unknown>) => (query: { queryKey: QueryKey }) =>
      set.has(query.queryKey[0]);
    await answers.invalidateQueries({ predicate: isAbout(whenNextShown), refetchType: 'none' });
    await answers.invalidateQueries({
      predicate: (query) => !isAbout(outsideProject)(query) && !isAbout(whenNextShown)(query),
    });
  }
}

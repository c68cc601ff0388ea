import { type CallOptions, createClient, type Transport } from '../../shared/client';
import type { ProjectInfo } from '../../shared/domain/project';

export type FirstProjectOptions = CallOptions & {
  /** Told just before the demonstration is prepared, which takes a few seconds. */
  onPreparing?(): void;
  /** Makes the demonstration anew even if there are projects. */
  fresh: boolean;
};

/**
 * Opens the demonstration project when no project exists yet. Null when there is one already. Rejects with
 * AppError when the demonstration cannot be made.
 */
export async function openFirstProject(
  transport: Transport,
  options: FirstProjectOptions,
): Promise<ProjectInfo | null> {
  const client = createClient(transport);
  if (!options.fresh) {
    const { recent } = await client.call('project.recent', {});
    if (recent.some((project) => project.exists)) return null;
  }
  options.onPreparing?.();
  return client.call('project.openDemonstration', { fresh: options.fresh }, options);
}

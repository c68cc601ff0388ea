import { useCallback } from 'react';
import { FileId } from '../../../shared/domain/ids';
import { useHost } from '../../state/host-context';

/** Asks where a project file goes. Null where the host keeps its own projects folder. */
export function useProjectPlace(): (name: string) => Promise<FileId | null | 'cancelled'> {
  const host = useHost();
  return useCallback(
    async (name) => {
      if (!host.dialogs) return null;
      const fileId = await host.dialogs.pickNewProject(name);
      return fileId === null ? 'cancelled' : FileId.parse(fileId);
    },
    [host],
  );
}

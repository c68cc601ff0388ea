import { useSharedDraft } from '../../state/use-shared-draft';
import { emptyDraft } from './draft';

/** True while files were chosen and not yet imported. */
export function useUnfinishedImport(): boolean {
  const [{ files, codebook }] = useSharedDraft('import', emptyDraft);
  return files.length > 0 || codebook !== null;
}

import type { ProjectInfo } from '../../shared/domain/project';
import { useQueryMethod } from './use-query-method';

/** The open project, or null. Undefined while the question is on its way. */
export function useProject(): ProjectInfo | null | undefined {
  return useQueryMethod('project.current', {}).data?.project;
}

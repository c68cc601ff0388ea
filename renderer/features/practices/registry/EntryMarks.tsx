import { useTexts } from '../../../state/preferences';
import { Tag } from '../../../ui/Tag';
import type { Entry } from './entry';

/** That a record is of the catalogue, or archived. */
export function EntryMarks({ entry }: { entry: Entry }) {
  const { registry } = useTexts();
  if (entry.practice === null) return <Tag tone="accent">{registry.catalogue.mark}</Tag>;
  return entry.practice.archivedAt === null ? null : <Tag tone="warning">{registry.archivedMark}</Tag>;
}

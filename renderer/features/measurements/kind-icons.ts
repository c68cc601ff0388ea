import {
  type Icon,
  IconArrowsExchange,
  IconCalendarCheck,
  IconChecklist,
  IconFilter,
  IconFolders,
  IconHash,
  IconMessages,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { MeasurementKind } from '../../../shared/domain/measurement';

/** The sign of each kind of count. */
export const kindIcons: Readonly<Record<MeasurementKind, Icon>> = {
  figures: IconHash,
  cases: IconFolders,
  meetings: IconCalendarCheck,
  attendance: IconUsers,
  funnel: IconFilter,
  coverage: IconChecklist,
  coding: IconMessages,
  ledger: IconArrowsExchange,
  contrast: IconUsersGroup,
};

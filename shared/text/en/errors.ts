import type { ErrorCatalogue } from '../error-details';
import { definitionErrors } from './definition-errors';
import { evidenceErrors } from './evidence-errors';
import { fileErrors } from './file-errors';
import { systemErrors } from './system-errors';
import { workbookErrors } from './workbook-errors';

export const errorCatalogue: ErrorCatalogue = {
  ...systemErrors,
  ...fileErrors,
  ...workbookErrors,
  ...definitionErrors,
  ...evidenceErrors,
};

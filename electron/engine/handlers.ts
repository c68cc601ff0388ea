import { chartHandlers } from './charts/handlers';
import { cleaningHandlers } from './cleaning/handlers';
import { codebookHandlers } from './codebooks/handlers';
import { codingHandlers } from './coding/handlers';
import { commissionHandlers } from './commissions/handlers';
import { comparisonHandlers } from './comparison/handlers';
import type { AllHandlers } from './context';
import { historyHandlers } from './definitions/handlers';
import { demonstrationHandlers } from './demonstration/demonstration';
import { designHandlers } from './design/handlers';
import { importHandlers } from './import/handlers';
import { indicatorHandlers } from './indicators/handlers';
import { measurementHandlers } from './measurements/handlers';
import { panelHandlers } from './panel/handlers';
import { peopleHandlers } from './people/handlers';
import { planningHandlers } from './planning/handlers';
import { practiceHandlers } from './practices/handlers';
import { registryHandlers } from './practices/registry-handlers';
import { vaultHandlers } from './privacy/handlers';
import { projectHandlers } from './projects/handlers';
import { reportHandlers } from './reports/handlers';
import { scaleHandlers } from './scales/handlers';
import { seriesHandlers } from './series/handlers';
import { systemHandlers } from './system-handlers';
import { templateHandlers } from './templates/handlers';
import { variableComparisonHandlers } from './variable-comparison/handlers';
import { waveHandlers } from './waves/handlers';

/** Every method of the contract and who answers it; a method without a handler does not compile. */
export const handlers: AllHandlers = {
  ...systemHandlers,
  ...projectHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...demonstrationHandlers,
  ...waveHandlers,
  ...cleaningHandlers,
  ...codebookHandlers,
  ...codingHandlers,
  ...designHandlers,
  ...commissionHandlers,
  ...comparisonHandlers,
  ...variableComparisonHandlers,
  ...chartHandlers,
  ...indicatorHandlers,
  ...measurementHandlers,
  ...panelHandlers,
  ...peopleHandlers,
  ...vaultHandlers,
  ...scaleHandlers,
  ...seriesHandlers,
  ...planningHandlers,
  ...reportHandlers,
  ...practiceHandlers,
  ...templateHandlers,
  ...registryHandlers,
};

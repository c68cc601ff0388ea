import { absenceReasons } from '../../../shared/domain/comparison';
import { planningReasons } from '../../../shared/domain/planning';
import { seriesRefusals } from '../../../shared/domain/series';
import { PANEL_REASON_IDS } from '../../../shared/stats/panel/types';
import { SCALE_REASON_IDS } from '../../../shared/stats/scale/types';
import { REASON_IDS } from '../../../shared/stats/types';
import { variableComparisonText } from '../../../shared/text/es/variable-comparison';
import { panelReason } from '../../../shared/text/panel-sentences';
import { planningReasonText } from '../../../shared/text/planning-sentences';
import { scaleReason } from '../../../shared/text/scale-sentences';
import { refusalText } from '../../../shared/text/series-sentences';
import { reasonText } from '../../../shared/text/statistics';
import { capital, markdownTable } from './markdown';

/** Every named reason for an absent figure, in the words of the application, by where it comes up. */
export function reasonsMarkdown(): string {
  const figures = [...new Set([...REASON_IDS, ...absenceReasons])];
  const places: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Cifras y cambios', figures.map((id) => [id, reasonText(id, 'es')])],
    ['Todas las respuestas a una pregunta', Object.entries(variableComparisonText.reasons)],
    ['Paneles', PANEL_REASON_IDS.map((id) => [id, panelReason(id, 'es')])],
    ['Escalas', SCALE_REASON_IDS.map((id) => [id, scaleReason(id, 'es')])],
    ['Series: por qué no hay modelo', seriesRefusals.map((id) => [id, refusalText(id, 'es')])],
    ['Planificación', planningReasons.map((id) => [id, planningReasonText(id, 'es')])],
  ];
  return places
    .map(([title, reasons]) => {
      const rows = reasons.map(([id, words]) => [`\`${id}\``, capital(words)]);
      return `### ${title}\n\n${markdownTable(['Razón', 'Qué se lee'], rows)}`;
    })
    .join('\n\n');
}

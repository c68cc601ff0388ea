import type { Catalogue, Locale } from './catalogue';
import { cleaningText as cleaningEn } from './en/cleaning';
import { codingText as codingEn } from './en/coding';
import { columnTypesText as columnTypesEn } from './en/column-types';
import { commissionUiText as commissionUiEn } from './en/commission-ui';
import { commonText as commonEn } from './en/common';
import { comparisonText as comparisonEn } from './en/comparison';
import { crosswalkText as crosswalkEn } from './en/crosswalk';
import { designText as designEn } from './en/design';
import { detectionText as detectionEn } from './en/detection';
import { evidenceText as evidenceEn } from './en/evidence';
import { figureText as figureEn } from './en/figure';
import { homeText as homeEn } from './en/home';
import { importText as importEn } from './en/import';
import { importColumnsText as importColumnsEn } from './en/import-columns';
import { importReadingText as importReadingEn } from './en/import-reading';
import { indicatorsText as indicatorsEn } from './en/indicators';
import { measurementsUiText as measurementsUiEn } from './en/measurements-ui';
import { panelText as panelEn } from './en/panel';
import { panelUiText as panelUiEn } from './en/panel-ui';
import { peopleText as peopleEn } from './en/people';
import { planningText as planningEn } from './en/planning';
import { platformsText as platformsEn } from './en/platforms';
import { practicesText as practicesEn } from './en/practices';
import { receiptText as receiptEn } from './en/receipt';
import { registryText as registryEn } from './en/registry';
import { reportsUiText as reportsUiEn } from './en/reports-ui';
import { scaleText as scaleEn } from './en/scale';
import { scaleUiText as scaleUiEn } from './en/scale-ui';
import { seriesText as seriesEn } from './en/series';
import { sourceNoticesText as sourceNoticesEn } from './en/source-notices';
import { templatesText as templatesEn } from './en/templates';
import { variablesText as variablesEn } from './en/variables';
import { vaultText as vaultEn } from './en/vault';
import { wavesText as wavesEn } from './en/waves';
import { cleaningText as cleaningEs } from './es/cleaning';
import { codingText as codingEs } from './es/coding';
import { columnTypesText as columnTypesEs } from './es/column-types';
import { commissionUiText as commissionUiEs } from './es/commission-ui';
import { commonText as commonEs } from './es/common';
import { comparisonText as comparisonEs } from './es/comparison';
import { crosswalkText as crosswalkEs } from './es/crosswalk';
import { designText as designEs } from './es/design';
import { detectionText as detectionEs } from './es/detection';
import { evidenceText as evidenceEs } from './es/evidence';
import { figureText as figureEs } from './es/figure';
import { homeText as homeEs } from './es/home';
import { importText as importEs } from './es/import';
import { importColumnsText as importColumnsEs } from './es/import-columns';
import { importReadingText as importReadingEs } from './es/import-reading';
import { indicatorsText as indicatorsEs } from './es/indicators';
import { measurementsUiText as measurementsUiEs } from './es/measurements-ui';
import { panelText as panelEs } from './es/panel';
import { panelUiText as panelUiEs } from './es/panel-ui';
import { peopleText as peopleEs } from './es/people';
import { planningText as planningEs } from './es/planning';
import { platformsText as platformsEs } from './es/platforms';
import { practicesText as practicesEs } from './es/practices';
import { receiptText as receiptEs } from './es/receipt';
import { registryText as registryEs } from './es/registry';
import { reportsUiText as reportsUiEs } from './es/reports-ui';
import { scaleText as scaleEs } from './es/scale';
import { scaleUiText as scaleUiEs } from './es/scale-ui';
import { seriesText as seriesEs } from './es/series';
import { sourceNoticesText as sourceNoticesEs } from './es/source-notices';
import { templatesText as templatesEs } from './es/templates';
import { variablesText as variablesEs } from './es/variables';
import { vaultText as vaultEs } from './es/vault';
import { wavesText as wavesEs } from './es/waves';

const es = {
  cleaning: cleaningEs,
  coding: codingEs,
  columnTypes: columnTypesEs,
  common: commonEs,
  home: homeEs,
  import: importEs,
  importReading: importReadingEs,
  importColumns: importColumnsEs,
  detection: detectionEs,
  sourceNotices: sourceNoticesEs,
  waves: wavesEs,
  variables: variablesEs,
  commissionUi: commissionUiEs,
  comparison: comparisonEs,
  crosswalk: crosswalkEs,
  design: designEs,
  evidence: evidenceEs,
  figure: figureEs,
  indicators: indicatorsEs,
  measurementsUi: measurementsUiEs,
  panel: panelEs,
  panelUi: panelUiEs,
  people: peopleEs,
  planning: planningEs,
  platforms: platformsEs,
  practices: practicesEs,
  receipt: receiptEs,
  registry: registryEs,
  reportsUi: reportsUiEs,
  scale: scaleEs,
  scaleUi: scaleUiEs,
  series: seriesEs,
  templates: templatesEs,
  vault: vaultEs,
};
export type Texts = Catalogue<typeof es>;
const en: Texts = {
  cleaning: cleaningEn,
  coding: codingEn,
  columnTypes: columnTypesEn,
  common: commonEn,
  home: homeEn,
  import: importEn,
  importReading: importReadingEn,
  importColumns: importColumnsEn,
  detection: detectionEn,
  sourceNotices: sourceNoticesEn,
  waves: wavesEn,
  variables: variablesEn,
  commissionUi: commissionUiEn,
  comparison: comparisonEn,
  crosswalk: crosswalkEn,
  design: designEn,
  evidence: evidenceEn,
  figure: figureEn,
  indicators: indicatorsEn,
  measurementsUi: measurementsUiEn,
  panel: panelEn,
  panelUi: panelUiEn,
  people: peopleEn,
  planning: planningEn,
  platforms: platformsEn,
  practices: practicesEn,
  receipt: receiptEn,
  registry: registryEn,
  reportsUi: reportsUiEn,
  scale: scaleEn,
  scaleUi: scaleUiEn,
  series: seriesEn,
  templates: templatesEn,
  vault: vaultEn,
};

/** Every text of the interface in one language. */
export function texts(locale: Locale): Texts {
  return locale === 'es' ? es : en;
}

export type { Locale } from './catalogue';

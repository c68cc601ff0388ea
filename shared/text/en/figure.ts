import type { Catalogue } from '../catalogue';
import type { figureText as es } from '../es/figure';

export const figureText = {
  asTable: 'Show the figures',
  asChart: 'Show the chart',
  copy: 'Copy',
  copyImage: 'Copy as a picture',
  copyFigures: 'Copy the figures',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Use “Save”.',
  save: 'Save',
  saveSvg: 'Save SVG (to edit or print)',
  savePng: 'Save PNG (to paste into a document)',
  notApplicable: 'This chart does not fit what was chosen',
  notApplicableHelp: 'Choose another chart, or change the indicators and the breakdown.',
} satisfies Catalogue<typeof es>;

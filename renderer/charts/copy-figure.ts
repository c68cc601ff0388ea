import { type ChartSpec, drawChart, serializeSvg, type TextTable } from '../../shared/charts';

const pixelsPerPoint = 2;

/** The whole chart with title and notes as a stand-alone SVG text, in its own colours. */
function figureSvg(spec: ChartSpec): string {
  return serializeSvg(drawChart(spec, document));
}

/** The figures of a chart separated by tabs, so that they land in the cells of a spreadsheet. */
export function tableAsTabs(table: TextTable): string {
  const clean = (cell: string) => cell.replaceAll(/[\t\r\n]/g, ' ');
  const lines = [table.columns.map((column) => column.label), ...table.rows];
  return lines.map((line) => line.map(clean).join('\t')).join('\n');
}

/** Draws the chart to a PNG of twice its size. Rejects when the browser cannot. */
async function figurePng(spec: ChartSpec): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([figureSvg(spec)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * pixelsPerPoint;
    canvas.height = image.naturalHeight * pixelsPerPoint;
    const surface = canvas.getContext('2d');
    if (surface === null) throw new Error('no canvas');
    surface.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Puts a chart on the clipboard as a picture; the picture is made while the browser still allows copying. */
export async function copyFigure(spec: ChartSpec): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': figurePng(spec) })]);
}

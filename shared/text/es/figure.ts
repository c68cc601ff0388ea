export const figureText = {
  asTable: 'Ver las cifras',
  asChart: 'Ver el gráfico',
  copy: 'Copiar',
  copyImage: 'Copiar como imagen',
  copyFigures: 'Copiar las cifras',
  copied: 'Copiado',
  copyFailed: 'El navegador no permitió copiar. Usa «Guardar».',
  save: 'Guardar',
  saveSvg: 'Guardar SVG (para editar o imprimir)',
  savePng: 'Guardar PNG (para pegar en un documento)',
  notApplicable: 'Este gráfico no sirve para lo elegido',
  notApplicableHelp: 'Elige otro gráfico, o cambia los indicadores y la desagregación.',
};

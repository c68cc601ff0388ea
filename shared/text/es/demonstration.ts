export const demonstrationText = {
  title: (name: string) => `${name} (datos sintéticos)`,
  people: (both: string, baseline: string, followUp: string) =>
    `${both} estudiantes están en ambas mediciones (${baseline} en la primera, ${followUp} en la segunda).`,
  columns: { indicator: 'Indicador', change: 'Cambio', interval: 'Intervalo', direction: 'Sentido' },
  n: (n: string) => `n = ${n}`,
  claims: 'Afirmaciones de la práctica',
  files: (folder: string) => `Archivos en ${folder}`,
  seconds: (seconds: string) => `Listo en ${seconds} s.`,
  failed: 'No se pudo armar la demostración.',
};

import { type Coverage, tolerance } from './scenario';

export type SimulationFacts = { runs: number; seed: number; designs: number };

const percent = (share: number, decimals = 1): string => (100 * share).toFixed(decimals).replace('.', ',');

function verdict(result: Coverage): string {
  if (result.isWithin) return 'sí';
  return result.isWarning ? 'advertencia' : 'excepción';
}

const headers = ['Diseño', 'Intervalo', 'Cobertura', 'Error', 'Sobre', 'Bajo', 'Sin intervalo', '95 ± 1,5'];

function cells(result: Coverage): string[] {
  return [
    result.design.replaceAll(/(\d)\.(\d)/g, '$1,$2'),
    result.name,
    percent(result.coverage),
    percent(result.monteCarloError, 2),
    percent(result.above),
    percent(result.below),
    percent(result.without),
    verdict(result),
  ];
}

/** The table in columns of equal width, as Markdown. Shares in percent. */
export function coverageTable(results: readonly Coverage[], { runs, seed }: SimulationFacts): string {
  const rows = [headers, ...results.map(cells)];
  const widths = headers.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const caption = `${runs.toLocaleString('es-CL')} muestras por diseño, semilla ${seed}. Cifras en %.`;
  return [caption, '', line(headers), rule, ...rows.slice(1).map(line)].join('\n');
}

/** docs/cobertura.md: what was simulated, the table, and why some intervals are off. */
export function coverageDocument(results: readonly Coverage[], facts: SimulationFacts): string {
  const explanations = new Map<string, Coverage[]>();
  for (const result of results) {
    if (result.isWithin || result.explanation === null) continue;
    explanations.set(result.explanation, [...(explanations.get(result.explanation) ?? []), result]);
  }
  const judged = results.filter((result) => !result.isWarning);
  const within = judged.filter((result) => result.isWithin).length;
  return `${[
    '# Cobertura de los intervalos',
    '',
    'Un intervalo de 95 % debe contener la cifra verdadera en 95 de cada 100 muestras. Aquí se comprueba: se sacan muchas',
    'muestras de poblaciones cuya cifra se conoce y se cuenta cuántas veces el intervalo la contiene. Los datos son inventados',
    'por el programa. Se repite con `npm run bench:coverage`; con `-- --write` se vuelve a escribir este documento.',
    '',
    `**Resultado:** ${within} de ${judged.length} intervalos, en ${facts.designs} diseños, quedan a lo más a ${percent(tolerance)} puntos de 95 %.`,
    `Los otros ${judged.length - within} se explican después de la tabla.`,
    '',
    coverageTable(results, facts),
    '',
    '- **Error**: error estándar de la cobertura por ser una simulación; dos veces esa cifra es su margen.',
    '- **Sobre** y **Bajo**: intervalos que quedan enteros por encima o por debajo de la cifra verdadera.',
    '- **Sin intervalo**: muestras en que el método no da intervalo y dice por qué (por ejemplo, nadie dijo que sí). La cobertura',
    '  se cuenta entre las demás.',
    '',
    '## Excepciones',
    '',
    ...[...explanations].flatMap(([explanation, group]) => [
      ...group.map(
        (result) =>
          `- ${result.name}: ${result.design.replaceAll(/(\d)\.(\d)/g, '$1,$2')} (${percent(result.coverage)} %)`,
      ),
      '',
      explanation,
      '',
    ]),
  ].join('\n')}`;
}

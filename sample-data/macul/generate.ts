import { writeFiles } from '../common/output';
import { createRandom, type Random } from '../common/random';
import { type Cell, xlsxBytes } from '../common/xlsx';

const seed = 20180710;
const firstYear = 2018;
const lastYear = 2024;
/** The record gives July 2018 as the start and 2024 as the year in which it went on; the last month is ours. */
const lastMonthOf2024 = 10;

/** The three kinds of goods that the record names, with the kilos of a common month. */
const goods = [
  { name: 'Alimentos', kilos: 95 },
  { name: 'Ropa', kilos: 60 },
  { name: 'Enseres', kilos: 34 },
] as const;
const givers = [
  ['Juntas de vecinos', 6],
  ['Organizaciones de personas en movilidad humana', 2],
  ['ONG', 1],
] as const;
const taker = 'Boutique de la Corporación El Arca';
const columns = ['Mes', 'Tipo de bien', 'Movimiento', 'Kilos', 'Procedencia o destino', 'Observación'];

interface Month {
  year: number;
  month: number;
}

function months(): Month[] {
  const all: Month[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const first = year === firstYear ? 7 : 1;
    const last = year === lastYear ? lastMonthOf2024 : 12;
    for (let month = first; month <= last; month += 1) all.push({ year, month });
  }
  return all;
}

/** Winter asks for clothes, and the pandemic's months for food. */
function seasonOf(good: string, { year, month }: Month): number {
  if (good === 'Alimentos' && year === 2020 && month >= 4) return 1.9;
  if (good === 'Ropa' && month >= 5 && month <= 8) return 1.5;
  return 1;
}

/** Halves of a kilo, as a hanging scale is read. */
function halves(kilos: number): number {
  return Math.round(kilos * 2) / 2;
}

function monthRows(random: Random, month: Month, stock: Map<string, number>): Cell[][] {
  const day = `${month.year}-${String(month.month).padStart(2, '0')}-01`;
  return goods.flatMap(({ name, kilos }): Cell[][] => {
    const isFirst = month.year === firstYear && month.month === 7;
    const received = halves(kilos * seasonOf(name, month) * (isFirst ? 0.5 : 0.7 + random.uniform() * 0.6));
    const available = (stock.get(name) ?? 0) + received;
    const handedOut = halves(available * (0.72 + random.uniform() * 0.24));
    stock.set(name, available - handedOut);
    const note = random.chance(0.04) ? 'Pesado en dos partes' : null;
    return [
      [{ day }, name, 'Ingreso', received, random.weighted(givers), note],
      [{ day }, name, 'Entrega', handedOut, taker, null],
    ];
  });
}

function sumOf(rows: readonly Cell[][], movement: string): number {
  return rows
    .filter((row) => row[2] === movement)
    .reduce((sum, row) => sum + (typeof row[3] === 'number' ? row[3] : 0), 0);
}

const random = createRandom(seed);
const stock = new Map<string, number>();
const titles: Cell[][] = [
  ['RED SOLIDARIA LOCAL – LIBRO DE DONACIONES (KILOS)'],
  ['DATOS SINTÉTICOS – Ninguna fila corresponde a una donación real – Licencia CC0 1.0'],
  [],
];
const rows: Cell[][] = [...titles, columns];
const merges = ['A1:F1', 'A2:F2'];
for (let year = firstYear; year <= lastYear; year += 1) {
  const own = months()
    .filter((month) => month.year === year)
    .flatMap((month) => monthRows(random, month, stock));
  rows.push(...own);
  for (const [label, movement] of [
    ['ingresos', 'Ingreso'],
    ['entregas', 'Entrega'],
  ] as const) {
    rows.push([`Subtotal ${label} ${year}`, null, null, sumOf(own, movement), null, null]);
    merges.push(`A${rows.length}:C${rows.length}`);
  }
}

const book = { name: 'Libro', rows, merges, widths: [12, 14, 12, 10, 46, 24] };
writeFiles(import.meta.url, { 'libro-de-donaciones.xlsx': await xlsxBytes([book]) });

import { writeFiles } from '../common/output';
import { createRandom, itemAt, type Random } from '../common/random';
import { type Cell, type Sheet, xlsxBytes } from '../common/xlsx';
import { criteria } from './criteria';

const seed = 20241122;
/** The source recognises ten; how many were put forward and how many evaluated them is ours. */
const recognised = 10;
const nominated = 18;
const evaluators = 5;
const notice = 'DATOS SINTÉTICOS – Puntajes inventados de postulaciones sin nombre – Licencia CC0 1.0';

/** A cell that an evaluator left blank: evaluator, nomination and criterion by their place. */
const blanks = [
  [1, 6, 3],
  [3, 12, 0],
] as const;

interface Nomination {
  code: string;
  /** Score of each evaluator by criterion; null where left blank. */
  scores: (number | null)[][];
}

function drawNominations(random: Random): Nomination[] {
  const severity = Array.from({ length: evaluators }, () => random.bell() * 0.25);
  return Array.from({ length: nominated }, (_, at) => {
    const quality = 3.1 + random.bell() * 0.75;
    const profile = criteria.map(() => random.bell() * 0.45);
    const scores = severity.map((own, evaluator) =>
      profile.map((tilt, criterion) => {
        const isBlank = blanks.some(
          ([who, what, which]) => who === evaluator && what === at && which === criterion,
        );
        const score = Math.round(quality + tilt + own + random.bell() * 0.5);
        return isBlank ? null : Math.min(5, Math.max(1, score));
      }),
    );
    return { code: `P${String(at + 1).padStart(2, '0')}`, scores };
  });
}

/** Weighted mean of one sheet's row, over the criteria that were scored. */
function weightedMean(scores: readonly (number | null)[]): number {
  let sum = 0;
  let weights = 0;
  for (const [at, { weight }] of criteria.entries()) {
    const score = itemAt(scores, at);
    if (score === null) continue;
    sum += score * weight;
    weights += weight;
  }
  return sum / weights;
}

function totalOf({ scores }: Nomination): number {
  return scores.reduce((sum, own) => sum + weightedMean(own), 0) / scores.length;
}

/** Highest first; equal totals share the better place. */
function ranked(
  nominations: readonly Nomination[],
): { nomination: Nomination; total: number; place: number }[] {
  const all = nominations.map((nomination) => ({ nomination, total: totalOf(nomination) }));
  return all
    .map((each) => ({ ...each, place: 1 + all.filter(({ total }) => total > each.total + 1e-9).length }))
    .sort(
      (one, other) => one.place - other.place || one.nomination.code.localeCompare(other.nomination.code),
    );
}

function evaluatorName(evaluator: number): string {
  return `Evaluador/a ${evaluator + 1}`;
}

const headers = ['Evaluador/a', 'Postulación', ...criteria.map(({ header }) => header), 'Comentario'];

function scoreRows(nominations: readonly Nomination[], evaluator: number): Cell[][] {
  return nominations.map(({ code, scores }): Cell[] => [
    evaluatorName(evaluator),
    code,
    ...itemAt(scores, evaluator),
    null,
  ]);
}

function scoreSheet(name: string, title: string, rows: readonly Cell[][]): Sheet {
  return {
    // A sheet's name holds no slash.
    name: name.replace('/', '-'),
    rows: [[title], [notice], [], headers, ...rows],
    merges: ['A1:I1', 'A2:I2'],
    widths: [14, 12, 24, 24, 24, 14, 16, 16, 30],
  };
}

const random = createRandom(seed);
const nominations = drawNominations(random);
const order = ranked(nominations);
const cut = itemAt(order, recognised - 1).total - itemAt(order, recognised).total;
if (cut < 0.02) throw new Error('the tenth and the eleventh must be apart');

const minutes: Sheet = {
  name: 'Resultado',
  rows: [
    ['Resultado de la comisión'],
    [notice],
    [],
    ['Postulación', 'Lugar', 'Puntaje ponderado (1 a 5)', '¿Reconocida?'],
    ...[...order]
      .sort((one, other) => one.nomination.code.localeCompare(other.nomination.code))
      .map(({ nomination, total, place }): Cell[] => [
        nomination.code,
        place,
        Math.round(total * 1000) / 1000,
        place <= recognised ? 'Sí' : 'No',
      ]),
  ],
  merges: ['A1:D1', 'A2:D2'],
};
const expected = {
  note: 'Datos sintéticos. La fuente no nombra criterios ni puntajes: criterios, pesos, postulaciones y evaluadores son nuestros.',
  seed,
  criteria,
  evaluators: Array.from({ length: evaluators }, (_, at) => `Evaluador/a ${at + 1}`),
  recognised,
  ranking: order.map(({ nomination, total, place }) => ({
    nomination: nomination.code,
    place,
    total: Math.round(total * 1e6) / 1e6,
    byEvaluator: nomination.scores.map((own) => Math.round(weightedMean(own) * 1e6) / 1e6),
  })),
};
const all = Array.from({ length: evaluators }, (_, evaluator) => scoreRows(nominations, evaluator));
const sheets = all.map((rows, evaluator) => {
  const name = evaluatorName(evaluator);
  return scoreSheet(name, `Hoja de puntajes, de 1 a 5 – ${name}`, rows);
});
const together = scoreSheet('Consolidado', 'Puntajes de toda la comisión, de 1 a 5', all.flat());
writeFiles(import.meta.url, {
  'puntajes-de-la-comision.xlsx': await xlsxBytes(sheets),
  'acta-de-la-comision.xlsx': await xlsxBytes([together, minutes]),
  'expected.json': Buffer.from(`${JSON.stringify(expected, null, 2)}\n`, 'utf8'),
});

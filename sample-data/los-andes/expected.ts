import { itemAt } from '../common/random';
import type { Answers } from './answers';
import { disorder } from './disorder';
import { normaliseIdentifier } from './identifiers';
import {
  agreement,
  belongingItems,
  reversedItem,
  schools,
  spanishLevels,
  type WaveKey,
  waveKeys,
} from './vocabulary';
import type { WrittenFile } from './write';

interface ProportionRule {
  definition: string;
  direction: 'higher' | 'lower';
  /** True, false, or null for a pupil outside the denominator (filtered out or unanswered). */
  holds(answers: Answers): boolean | null;
  /** False for pupils that the filter leaves out, so that they do not count as unanswered. */
  isAsked?(answers: Answers): boolean;
}

const topTwo = agreement.slice(3);
const isForeignBorn = (row: Answers): boolean => row.status !== 'Nacido en Chile';
const speaksOtherLanguage = (row: Answers): boolean => row.language !== null && row.language !== 'Español';

export const proportions: Readonly<Record<string, ProportionRule>> = {
  conoce_oficina: {
    definition: 'Conoce la oficina = Sí',
    direction: 'higher',
    holds: (row) => row.knowsOffice,
  },
  situacion_regular: {
    definition:
      'Situación migratoria = Residencia definitiva o Residencia temporal; sin contar a los nacidos en Chile',
    direction: 'higher',
    holds: (row) => (row.status === null ? null : row.status.startsWith('Residencia')),
    isAsked: isForeignBorn,
  },
  matricula_provisoria: {
    definition: 'Tipo de matrícula = Provisoria',
    direction: 'lower',
    holds: (row) => row.isProvisional,
  },
  tiene_run: { definition: '¿Tiene RUN chileno? = Sí', direction: 'higher', holds: (row) => row.hasRun },
  inscrito_cesfam: {
    definition: '¿Está inscrito en un CESFAM? = Sí',
    direction: 'higher',
    holds: (row) => row.hasHealthCentre,
  },
  plan_acogida: {
    definition: '¿Recibió plan de acogida? = Sí',
    direction: 'higher',
    holds: (row) => row.hadWelcomePlan,
  },
  actividades: {
    definition: 'Participa en actividades extraescolares = Sí',
    direction: 'higher',
    holds: (row) => row.joinsActivities,
  },
  sufrio_discriminacion: {
    definition: 'Sufrió discriminación = Sí',
    direction: 'lower',
    holds: (row) => row.wasDiscriminated,
  },
  cuidador_asistio: {
    definition: 'Su cuidador asistió a la última reunión = Sí',
    direction: 'higher',
    holds: (row) => row.caregiverCame,
  },
  necesita_regularizacion: {
    definition: 'Necesidades incluye Regularización migratoria',
    direction: 'lower',
    holds: (row) => row.needs?.includes('Regularización migratoria') ?? null,
  },
  pertenencia_parte: {
    definition: `"${belongingItems[0]}" = De acuerdo o Muy de acuerdo`,
    direction: 'higher',
    holds: (row) => isTopTwo(itemAt(row.belonging, 0)),
  },
  valoran_pais: {
    definition: `"${belongingItems[3]}" = De acuerdo o Muy de acuerdo`,
    direction: 'higher',
    holds: (row) => isTopTwo(itemAt(row.belonging, 3)),
  },
  espanol_avanzado: {
    definition: 'Nivel de español = Avanzado o Lengua materna, entre quienes declaran otro idioma en casa',
    direction: 'higher',
    holds: (row) =>
      row.spanish === null ? null : spanishLevels.slice(3).some((level) => level === row.spanish),
    isAsked: speaksOtherLanguage,
  },
};

export const means: Readonly<Record<string, { definition: string; value(answers: Answers): number | null }>> =
  {
    bienestar: { definition: 'Bienestar (nota de 0 a 10)', value: (row) => row.wellbeing },
    personas_hogar: { definition: 'Personas en el hogar', value: (row) => row.people },
    ingreso_hogar: { definition: 'Ingreso mensual del hogar, en pesos', value: (row) => row.incomePesos },
    edad_cuidador: { definition: 'Edad del cuidador principal', value: (row) => row.caregiverAge },
    indice_pertenencia: {
      definition: 'Media de los 6 ítems de pertenencia (1 a 5; el quinto invertido), con 4 o más respondidos',
      value: belongingIndex,
    },
  };

function isTopTwo(answer: string | null): boolean | null {
  return answer === null ? null : topTwo.some((level) => level === answer);
}

function belongingIndex(row: Answers): number | null {
  const scores = row.belonging.flatMap((answer, item) => {
    const level = answer === null ? 0 : agreement.indexOf(answer) + 1;
    return level === 0 ? [] : [item === reversedItem ? 6 - level : level];
  });
  return scores.length < 4 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

interface Kept {
  answers: Answers;
  /** The identifier as a reader can normalise it, wrong check digit included. */
  identifier: string;
}

/** The figures that reading the two files and comparing them must give, from the generator's own records. */
export function expectedFigures(files: Record<WaveKey, WrittenFile>, readable: Record<WaveKey, Answers[]>) {
  const kept = {
    exAnte: keptRecords(files.exAnte, readable.exAnte),
    exPost: keptRecords(files.exPost, readable.exPost),
  };
  const followUp = new Map(kept.exPost.map((record) => [record.identifier, record.answers]));
  const pairs = kept.exAnte.flatMap((record) => {
    const after = followUp.get(record.identifier);
    return after ? [[record.answers, after] as const] : [];
  });
  const pupilsAfter = new Set(kept.exPost.map((record) => record.answers.pupil));
  return {
    files: {
      exAnte: fileFigures('exAnte', files, kept.exAnte),
      exPost: fileFigures('exPost', files, kept.exPost),
    },
    linkage: {
      pairsByIdentifier: pairs.length,
      onlyExAnte: kept.exAnte.length - pairs.length,
      onlyExPost: kept.exPost.length - pairs.length,
      pairsInAnotherSchool: pairs.filter(([before, after]) => before.school !== after.school).length,
      pairsByExAnteSchool: bySchool((school) => pairs.filter(([before]) => before.school === school).length),
      samePupilIdentifierChangedIpeToRun: kept.exAnte.filter(
        ({ answers: { pupil } }) =>
          pupilsAfter.has(pupil) && pupil.identifier.exAnte !== pupil.identifier.exPost,
      ).length,
      samePupilWrongCheckDigit: disorder.exPost.wrongCheckDigits.length,
    },
    proportions: Object.fromEntries(
      Object.entries(proportions).map(([key, rule]) => [key, proportionFigures(rule, kept, pairs)]),
    ),
    means: Object.fromEntries(
      Object.entries(means).map(([key, { definition, value }]) => [
        key,
        {
          definition,
          exAnte: meanFigures(kept.exAnte.map(({ answers }) => value(answers))),
          exPost: meanFigures(kept.exPost.map(({ answers }) => value(answers))),
          matched: matchedMean(pairs.map(([before, after]) => [value(before), value(after)])),
        },
      ]),
    ),
    attendance: {
      definition: 'Suma de días asistidos sobre suma de días hábiles, entre quienes tienen ambos datos',
      exAnte: attendanceFigures(kept.exAnte),
      exPost: attendanceFigures(kept.exPost),
    },
  };
}

function keptRecords(file: WrittenFile, answers: readonly Answers[]): Kept[] {
  const column = file.headers.indexOf('RUN o IPE');
  return file.rows.flatMap((row) =>
    row.reason === null && row.position !== null
      ? [
          {
            answers: itemAt(answers, row.position),
            identifier: normaliseIdentifier(itemAt(row.cells, column)),
          },
        ]
      : [],
  );
}

function fileFigures(wave: WaveKey, files: Record<WaveKey, WrittenFile>, kept: readonly Kept[]) {
  const { headers, headerLine, preamble, rows, slips, text } = files[wave];
  const keptRows = rows.filter((row) => row.reason === null);
  return {
    physicalLines: text.split('\n').length - 1,
    preamble,
    headerLine,
    fields: headers.length,
    headers,
    rowsRead: rows.length,
    rowsKept: keptRows.length,
    rowsSetAside: rows.length - keptRows.length,
    setAside: rows.flatMap(({ line, reason, fields }) =>
      reason === null
        ? []
        : [
            {
              line,
              reason,
              fields,
            },
          ],
    ),
    cellsThatDoNotConvert: slips.map(({ line, header, text: value, reason }) => ({
      line,
      header,
      value,
      reason,
    })),
    wrongCheckDigitLines: disorder[wave].wrongCheckDigits.map(
      (position) => rows.find((row) => row.position === position)?.line,
    ),
    keptBySchool: bySchool((school) => kept.filter(({ answers }) => answers.school === school).length),
    unansweredByColumn: unanswered(
      headers,
      keptRows.map((row) => row.cells),
    ),
  };
}

const codes = ['', '99', 'NS/NR', 's/i', '-'];

function unanswered(headers: readonly string[], rows: readonly string[][]) {
  return headers.map((header, column) => ({
    header,
    counts: Object.fromEntries(
      codes.map((code) => [
        code === '' ? 'blank' : code,
        rows.filter((cells) => cells[column] === code).length,
      ]),
    ),
  }));
}

function bySchool<Figure>(figure: (school: number) => Figure): Record<string, Figure> {
  return Object.fromEntries(schools.map((school, index) => [school.rbd, figure(index)]));
}

function proportionFigures(
  rule: ProportionRule,
  kept: Record<WaveKey, Kept[]>,
  pairs: readonly (readonly [Answers, Answers])[],
) {
  const isAsked = rule.isAsked ?? (() => true);
  const holds = (row: Answers): boolean | null => (isAsked(row) ? rule.holds(row) : null);
  const tally = (records: readonly Kept[]) => {
    const asked = records.filter(({ answers }) => isAsked(answers)).map(({ answers }) => rule.holds(answers));
    const n = asked.filter((value) => value !== null).length;
    return { x: asked.filter((value) => value === true).length, n, missing: asked.length - n };
  };
  const cell = (before: boolean, after: boolean): number =>
    pairs.filter(([first, second]) => holds(first) === before && holds(second) === after).length;
  return {
    definition: rule.definition,
    direction: rule.direction,
    ...Object.fromEntries(waveKeys.map((wave) => [wave, tally(kept[wave])])),
    matched: {
      yesYes: cell(true, true),
      yesNo: cell(true, false),
      noYes: cell(false, true),
      noNo: cell(false, false),
    },
    bySchool: bySchool((school) =>
      Object.fromEntries(
        waveKeys.map((wave) => [wave, tally(kept[wave].filter(({ answers }) => answers.school === school))]),
      ),
    ),
  };
}

function meanFigures(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    n: known.length,
    missing: values.length - known.length,
    mean,
    sd: Math.sqrt(squares / (known.length - 1)),
  };
}

function matchedMean(pairs: readonly (readonly [number | null, number | null])[]) {
  const { n, mean, sd } = meanFigures(
    pairs.flatMap(([before, after]) => (before === null || after === null ? [] : [after - before])),
  );
  return { pairs: n, meanDifference: mean, sdDifference: sd };
}

function attendanceFigures(records: readonly Kept[]) {
  const known = records.filter(({ answers }) => answers.daysAttended !== null);
  const numerator = known.reduce((sum, { answers }) => sum + (answers.daysAttended ?? 0), 0);
  const denominator = known.reduce((sum, { answers }) => sum + answers.schoolDays, 0);
  return { pupils: known.length, numerator, denominator, ratio: numerator / denominator };
}

import { findComuna } from '../../../../shared/reference/comunas';
import { findCountry } from '../../../../shared/reference/countries';
import { collapseSpaces } from '../cell-shapes';
import type { ColumnReading, PlatformReading, RawColumn, RawTable } from './reading';
import { noReading, personal, say, technical } from './reading';

type Codes = readonly (readonly [string, string])[];

function coded(label: string, codes: Codes, missingCodes: string[] = []): ColumnReading {
  return {
    label,
    plan: {
      action: 'keep',
      type: 'single',
      role: 'group',
      options: codes.map(([value, name]) => ({ value, label: name })),
      optionSeparator: null,
      missingCodes,
    },
  };
}

function named(label: string, role: 'group' | 'measure' = 'group'): ColumnReading {
  return { label, plan: { role } };
}

/** A code without a list of its own: text, so that neither zeros nor meaning are lost. */
function code(label: string): ColumnReading {
  return { label, plan: { action: 'keep', type: 'text', role: 'group', options: [], missingCodes: [] } };
}

const dependence: Codes = [
  ['1', 'Corporación municipal'],
  ['2', 'Municipal DAEM'],
  ['3', 'Particular subvencionado'],
  ['4', 'Particular pagado'],
  ['5', 'Corporación de administración delegada'],
  ['6', 'Servicio local de educación'],
];
const dependenceGroups: Codes = [
  ['1', 'Municipal'],
  ['2', 'Particular subvencionado'],
  ['3', 'Particular pagado'],
  ['4', 'Corporación de administración delegada'],
  ['5', 'Servicio local de educación'],
];
const rural: Codes = [
  ['0', 'Urbano'],
  ['1', 'Rural'],
];
const teaching: Codes = [
  ['10', 'Educación parvularia'],
  ['110', 'Enseñanza básica'],
  ['165', 'Educación básica de adultos sin oficios'],
  ['167', 'Educación básica de adultos con oficios'],
  ['211', 'Educación especial: discapacidad auditiva'],
  ['212', 'Educación especial: discapacidad intelectual'],
  ['213', 'Educación especial: discapacidad visual'],
  ['214', 'Educación especial: trastornos específicos del lenguaje'],
  ['215', 'Educación especial: trastornos motores'],
  ['216', 'Educación especial: autismo'],
  ['310', 'Enseñanza media humanista-científica, niños y jóvenes'],
  ['363', 'Enseñanza media humanista-científica, adultos'],
  ['410', 'Enseñanza media técnico-profesional comercial, niños y jóvenes'],
  ['510', 'Enseñanza media técnico-profesional industrial, niños y jóvenes'],
  ['610', 'Enseñanza media técnico-profesional técnica, niños y jóvenes'],
  ['710', 'Enseñanza media técnico-profesional agrícola, niños y jóvenes'],
  ['810', 'Enseñanza media técnico-profesional marítima, niños y jóvenes'],
  ['910', 'Enseñanza media artística, niños y jóvenes'],
];

/** Columns of the ministry's open files on schools, enrolment and performance, with codes whose meaning is published. */
const dictionary: Readonly<Record<string, ColumnReading>> = {
  AGNO: {
    label: 'Año escolar',
    plan: { action: 'keep', type: 'integer', role: 'measure', missingCodes: [] },
  },
  MES_ESCOLAR: { label: 'Mes escolar', plan: { type: 'integer', role: 'measure', missingCodes: [] } },
  RBD: {
    label: 'RBD del establecimiento',
    plan: { action: 'keep', type: 'text', role: 'group', options: [], missingCodes: [], standard: 'rbd' },
  },
  DGV_RBD: { ...technical, label: 'Dígito verificador del RBD' },
  NOM_RBD: named('Nombre del establecimiento'),
  COD_REG_RBD: { ...code('Región del establecimiento (código)') },
  NOM_REG_RBD_A: named('Región del establecimiento'),
  COD_PRO_RBD: code('Provincia del establecimiento (código)'),
  COD_COM_RBD: {
    label: 'Comuna del establecimiento (código)',
    plan: { action: 'keep', role: 'group', missingCodes: ['0'] },
  },
  NOM_COM_RBD: named('Comuna del establecimiento'),
  COD_DEPROV_RBD: code('Departamento provincial (código)'),
  NOM_DEPROV_RBD: named('Departamento provincial'),
  COD_DEPE: coded('Dependencia', dependence),
  COD_DEPE2: coded('Dependencia (agrupada)', dependenceGroups),
  RURAL_RBD: coded('Ruralidad', rural),
  ESTADO_ESTAB: coded('Estado del establecimiento', [
    ['1', 'Funcionando'],
    ['2', 'En receso'],
    ['3', 'Cerrado'],
    ['4', 'Autorizado sin matrícula'],
  ]),
  COD_ENSE: coded('Tipo de enseñanza', teaching),
  COD_ENSE2: code('Tipo de enseñanza (agrupado)'),
  COD_GRADO: code('Grado (código)'),
  LET_CUR: { label: 'Letra del curso', plan: { action: 'keep', role: 'group' } },
  COD_JOR: coded('Jornada', [
    ['1', 'Mañana'],
    ['2', 'Tarde'],
    ['3', 'Mañana y tarde'],
    ['4', 'Vespertina o nocturna'],
  ]),
  GEN_ALU: coded(
    'Género registrado',
    [
      ['1', 'Hombre'],
      ['2', 'Mujer'],
    ],
    ['0'],
  ),
  FEC_NAC_ALU: { ...personal('birth-date'), label: 'Nacimiento (año y mes)' },
  EDAD_ALU: { label: 'Edad al 30 de junio', plan: { action: 'keep', type: 'integer', role: 'measure' } },
  COD_NAC_ALU: code('Nacionalidad (código)'),
  PAIS_ORIGEN_ALU: { label: 'País de origen', plan: { action: 'keep', role: 'group' } },
  COD_COM_ALU: {
    label: 'Comuna de residencia (código)',
    plan: { action: 'keep', role: 'group', missingCodes: ['0'] },
  },
  NOM_COM_ALU: named('Comuna de residencia'),
  PROM_GRAL: { label: 'Promedio general', plan: { action: 'keep', type: 'decimal', role: 'measure' } },
  ASISTENCIA: { label: 'Asistencia', plan: { action: 'keep', role: 'measure', unit: '%' } },
  SIT_FIN: coded('Situación final', [
    ['P', 'Promovido'],
    ['R', 'Reprobado'],
    ['Y', 'Retirado'],
  ]),
  SIT_FIN_R: coded('Situación final con retiro y traslado', [
    ['P', 'Promovido'],
    ['R', 'Reprobado'],
    ['Y', 'Retirado'],
    ['T', 'Trasladado'],
  ]),
  MRUN: {
    label: 'Estudiante (MRUN)',
    plan: { action: 'pseudonymise', type: 'identifier', role: 'identifier', options: [], missingCodes: [] },
  },
};

/** Headers of the ministry's files, as written; empty unless there are enough of them. */
export function mineducMarks(headers: readonly string[]): string[] {
  const known = headers.filter((header) => dictionary[header.trim().toUpperCase()] !== undefined);
  const names = new Set(known.map((header) => header.trim().toUpperCase()));
  return names.size >= 3 && (names.has('RBD') || names.has('MRUN')) ? known : [];
}

/** Labels and published codes of the ministry's columns; codes found that no list explains stay answers of their own. */
export function readMineduc(table: RawTable): PlatformReading {
  const reading = noReading();
  for (const column of table.columns) {
    const standard = standardOf(column);
    const known = dictionary[column.header.trim().toUpperCase()];
    if (!known) continue;
    if (standard) {
      say(reading, column.source, { ...known, plan: { ...known.plan, ...standard } });
      continue;
    }
    const { plan } = known;
    const options = plan?.options ?? [];
    const codes = new Set(plan?.missingCodes);
    const listed = new Set(options.map(({ value }) => value));
    const found = column.values.map(({ value }) => value.trim()).filter((value) => !codes.has(value));
    const unknown = found.filter((value) => !listed.has(value));
    if (plan?.type === 'single' && plan.options && !column.isUnlisted) {
      const shown = options.filter(({ value }) => found.includes(value) || options.length <= 6);
      const others = [...new Set(unknown)].map((value) => ({ value, label: value }));
      say(reading, column.source, { ...known, plan: { ...plan, options: [...shown, ...others] } });
    } else {
      say(reading, column.source, known);
    }
  }
  return reading;
}

/** Codes of comunas, which spreadsheets write without their leading zero, and countries written as words. */
function standardOf(column: RawColumn): ColumnReading['plan'] | null {
  const header = column.header.trim().toUpperCase();
  const isComuna = header === 'COD_COM_RBD' || header === 'COD_COM_ALU';
  if ((!isComuna && header !== 'PAIS_ORIGEN_ALU') || column.isUnlisted) return null;
  const options = new Map<string, string>();
  const recodes: { from: string; to: string }[] = [];
  for (const { value } of column.values) {
    const from = collapseSpaces(value);
    if (from === '0') continue;
    const found = isComuna ? findComuna(from.padStart(5, '0')) : findCountry(from);
    const entry = found.kind === 'one' ? found.entry : { code: from, label: from };
    options.set(entry.code, entry.label);
    if (entry.code !== from) recodes.push({ from, to: entry.code });
  }
  if (options.size === 0) return null;
  return {
    action: 'keep',
    type: 'single',
    role: 'group',
    standard: isComuna ? 'comuna' : 'country',
    options: [...options].map(([value, label]) => ({ value, label })),
    optionSeparator: null,
    recodes,
    missingCodes: isComuna ? ['0'] : [],
  };
}

import { tableFromIPC } from 'apache-arrow';
import type { CallRequest, Outcome } from './transport';

/** What a case can name: the file handed over before it ('' when none), and the wave of the fixture. */
export type Given = { fileId: string; waveId: string };

export type ContractCase = {
  name: string;
  method: string;
  input?: (given: Given) => unknown;
  file?: { name: string; content: string };
  cancel?: CallRequest['cancel'];
  expected:
    | { ended: 'result'; check: (value: unknown) => boolean }
    | { ended: 'error'; code: string; details?: Readonly<Record<string, unknown>> };
};

function result(check: (value: Record<string, unknown>) => boolean): ContractCase['expected'] {
  return { ended: 'result', check: (value) => isObject(value) && check(value) };
}

function error(code: string, details?: Readonly<Record<string, unknown>>): ContractCase['expected'] {
  return details === undefined ? { ended: 'error', code } : { ended: 'error', code, details };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The file of the fixture's wave, and of the cases that hand one over. */
export const schoolsFile = 'Escuela;Niñas;Asistencia\nLos Álamos;12;93,5\nEl Peñón;9;88,25\n';

/** The calls every transport must answer alike. The open project is named «Contrato» and holds one wave. */
export const contractCases: readonly ContractCase[] = [
  {
    name: 'answers a query',
    method: 'system.info',
    expected: result((value) => value.name === 'Línea Base' && typeof value.databaseVersion === 'string'),
  },
  {
    name: 'answers a query about the open project',
    method: 'project.current',
    expected: result(({ project }) => isObject(project) && project.name === 'Contrato'),
  },
  {
    name: 'says that a file given as codebook is none',
    method: 'codebook.describe',
    file: { name: 'formulario.csv', content: schoolsFile },
    input: ({ fileId }) => ({ fileId }),
    expected: error('codebook-unrecognised', { fileName: 'formulario.csv' }),
  },
  {
    name: 'computes what needs no data',
    method: 'planning.compute',
    input: () => ({
      question: 'required-people',
      outcome: { kind: 'proportion', baseline: 0.5, change: 0.15 },
      linkage: 'independent',
      pairing: { kind: 'correlation', value: 0.5 },
      invited: 1,
      power: 0.8,
      confidenceLevel: 0.95,
      clusters: null,
      population: null,
      nonResponse: 0,
      attrition: 0,
    }),
    expected: result(({ answer }) => isObject(answer) && answer.completed === 170),
  },
  {
    name: 'names the variable that a series cannot find',
    method: 'series.compute',
    input: ({ waveId }) => ({
      waveIds: [waveId],
      dateVariableId: 'var_aaaaaa',
      period: 'month',
      measure: { kind: 'cases' },
      filter: null,
      cutDate: null,
      from: null,
      to: null,
      lags: null,
      seasonality: 'none',
      includePartial: false,
      confidenceLevel: 0.95,
      audience: 'publication',
    }),
    expected: error('variable-missing', { variableId: 'var_aaaaaa' }),
  },
  {
    name: 'refuses a panel of a wave with itself',
    method: 'panel.describe',
    input: ({ waveId }) => ({
      baselineWaveId: waveId,
      followUpWaveId: waveId,
      indicatorIds: [],
      compositionVariableIds: [],
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    }),
    expected: error('comparison-invalid', { reason: 'wave-repeated' }),
  },
  {
    name: 'names the item that a scale cannot find',
    method: 'scale.analyse',
    input: ({ waveId }) => ({
      items: [{ variableId: 'var_aaaaaa', isReversed: false }],
      minimumAnswered: 1,
      filter: null,
      waveIds: [waveId],
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    }),
    expected: error('variable-missing', { variableId: 'var_aaaaaa' }),
  },
  {
    name: 'answers a list',
    method: 'wave.list',
    expected: result(({ waves }) => Array.isArray(waves) && waves.length === 1),
  },
  {
    name: 'answers an empty list',
    method: 'report.list',
    expected: result(({ reports }) => Array.isArray(reports) && reports.length === 0),
  },
  {
    name: 'carries an Arrow table as bytes',
    method: 'wave.rows',
    input: ({ waveId }) => ({ waveId, offset: 0, limit: 10 }),
    expected: result(({ total, table }) => {
      if (total !== 2 || !(table instanceof Uint8Array)) return false;
      const decoded = tableFromIPC(table);
      return decoded.numRows === 2 && JSON.stringify(decoded.toArray()).includes('El Peñón');
    }),
  },
  {
    name: 'carries text outside ASCII both ways',
    method: 'project.rename',
    input: () => ({ name: 'Diagnóstico «niñez» 2024 — ✓' }),
    expected: result((value) => value.name === 'Diagnóstico «niñez» 2024 — ✓'),
  },
  {
    name: 'renames back',
    method: 'project.rename',
    input: () => ({ name: 'Contrato' }),
    expected: result((value) => value.name === 'Contrato'),
  },
  {
    name: 'tells how a wave answers its instrument',
    method: 'wave.crosswalk',
    input: ({ waveId }) => ({ waveId }),
    expected: result(
      ({ entries }) =>
        Array.isArray(entries) &&
        entries.map((entry: Record<string, unknown>) => entry.header).join() === 'Escuela,Niñas,Asistencia',
    ),
  },
  {
    name: 'names the wave whose crosswalk is missing',
    method: 'wave.exportCrosswalk',
    input: () => ({ waveId: 'wav_aaaaaaaaaaaaaaaa', locale: 'es' }),
    expected: error('wave-missing', { waveId: 'wav_aaaaaaaaaaaaaaaa' }),
  },
  {
    name: 'drafts a whole import of a file',
    method: 'import.propose',
    input: ({ fileId }) => ({ fileId, corrections: {} }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result(
      ({ plan, matches }) =>
        isObject(plan) && plan.instrumentId !== null && Array.isArray(matches) && matches.length === 3,
    ),
  },
  {
    name: 'reads a file the host handed over',
    method: 'import.inspect',
    input: ({ fileId }) => ({ fileId, corrections: {} }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result((value) => value.rows === 2 && String(value.headers) === 'Escuela,Niñas,Asistencia'),
  },
  {
    name: 'gives the cells of a file as they are read',
    method: 'import.table',
    input: ({ fileId }) => ({ fileId, corrections: {}, offset: 1, limit: 5 }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result(
      ({ total, rows }) =>
        total === 2 && JSON.stringify(rows) === '[{"line":3,"cells":["El Peñón","9","88,25"]}]',
    ),
  },
  {
    name: 'refuses a window of no rows',
    method: 'import.table',
    input: ({ fileId }) => ({ fileId, corrections: {}, offset: 0, limit: 0 }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: error('invalid-input'),
  },
  {
    name: 'writes the table of a file as it is read',
    method: 'import.exportTable',
    input: ({ fileId }) => ({ fileId, corrections: {} }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result(({ mediaType, bytes }) => mediaType === 'text/csv' && bytes === 72),
  },
  {
    name: 'says what a plan would make of a column',
    method: 'import.column',
    input: ({ fileId }) => ({
      fileId,
      corrections: {},
      column: {
        source: 1,
        header: 'Niñas',
        action: 'keep',
        variableId: null,
        name: 'ninas',
        label: 'Niñas',
        type: 'integer',
        role: 'measure',
        options: [],
        missingCodes: ['9'],
        decimalMark: ',',
        dateOrder: 'dmy',
        optionSeparator: null,
        identity: null,
      },
    }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result(
      ({ kept, missing }) => kept === 1 && JSON.stringify(missing) === '[{"code":"9","count":1}]',
    ),
  },
  {
    name: 'says which file was empty',
    method: 'import.inspect',
    input: ({ fileId }) => ({ fileId, corrections: {} }),
    file: { name: 'vacío.csv', content: '' },
    expected: error('file-empty', { fileName: 'vacío.csv' }),
  },
  {
    name: 'refuses a missing field',
    method: 'wave.receipt',
    input: () => ({}),
    expected: error('invalid-input', { method: 'wave.receipt' }),
  },
  {
    name: 'refuses a field of the wrong type',
    method: 'project.rename',
    input: () => ({ name: 7 }),
    expected: error('invalid-input', { method: 'project.rename' }),
  },
  {
    name: 'refuses a field nobody knows',
    method: 'system.info',
    input: () => ({ path: '/etc/passwd' }),
    expected: error('invalid-input', { method: 'system.info' }),
  },
  {
    name: 'refuses a value out of bounds',
    method: 'wave.rows',
    input: () => ({ waveId: 'wav_aaaaaa', offset: 0, limit: 1_000_000 }),
    expected: error('invalid-input', { method: 'wave.rows' }),
  },
  {
    name: 'refuses a list as input',
    method: 'system.info',
    input: () => [],
    expected: error('invalid-input'),
  },
  {
    name: 'refuses text as input',
    method: 'system.info',
    input: () => 'x',
    expected: error('invalid-input'),
  },
  {
    name: 'refuses null as input',
    method: 'system.info',
    input: () => null,
    expected: error('invalid-input'),
  },
  {
    name: 'knows no method outside the contract',
    method: 'wave.explode',
    expected: error('unknown-method', { method: 'wave.explode' }),
  },
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'system',
    '../system.info',
    'x'.repeat(300),
  ].map(
    (method): ContractCase => ({
      name: `knows no method ${method.slice(0, 20)}`,
      method,
      expected: error('unknown-method', { method }),
    }),
  ),
  {
    name: 'says that a project is not there',
    method: 'project.open',
    input: () => ({ reference: 'nothing' }),
    expected: error('project-missing'),
  },
  {
    name: 'says that a file was never granted',
    method: 'import.inspect',
    input: () => ({ fileId: 'fil_aaaaaaaa', corrections: {} }),
    expected: error('file-not-granted'),
  },
  {
    name: 'says that a wave is not there',
    method: 'wave.receipt',
    input: () => ({ waveId: 'wav_aaaaaaaa' }),
    expected: error('wave-missing'),
  },
  {
    name: 'says that an instrument of a design is not there',
    method: 'design.get',
    input: () => ({ instrumentId: 'ins_aaaaaaaa' }),
    expected: error('instrument-missing'),
  },
  {
    name: 'refuses a design that is not whole',
    method: 'design.save',
    input: () => ({ instrumentId: 'ins_aaaaaaaa', coverage: 'sample', linkage: 'matched' }),
    expected: error('invalid-input', { method: 'design.save' }),
  },
  {
    name: 'says that a wave of a variable is not there',
    method: 'variable.compare',
    input: ({ waveId }) => ({
      variableId: 'var_aaaaaaaa',
      baselineWaveId: waveId,
      followUpWaveId: 'wav_aaaaaaaa',
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
      breakdown: [],
    }),
    expected: error('wave-missing'),
  },
  {
    name: 'answers an empty cleaning log only of an instrument that is there',
    method: 'cleaning.list',
    input: () => ({ instrumentId: 'ins_aaaaaaaa' }),
    expected: error('instrument-missing'),
  },
  {
    name: 'names the variable that a correction cannot find',
    method: 'cleaning.preview',
    input: ({ waveId }) => ({
      waveId,
      variableId: 'var_aaaaaaaa',
      scope: 'wave',
      change: { kind: 'cell', line: 2, to: null },
      who: 'DAEM',
      reason: 'no es el dato',
    }),
    expected: error('cleaning-invalid', { reason: 'variable-absent' }),
  },
  {
    name: 'refuses a correction without a reason',
    method: 'cleaning.add',
    input: ({ waveId }) => ({
      waveId,
      variableId: 'var_aaaaaaaa',
      scope: 'wave',
      change: { kind: 'cell', line: 2, to: null },
      who: 'DAEM',
      reason: ' ',
    }),
    expected: error('invalid-input', { method: 'cleaning.add' }),
  },
  {
    name: 'says that an entry of the cleaning log is not there',
    method: 'cleaning.remove',
    input: () => ({ cleaningId: 'cln_aaaaaaaa' }),
    expected: error('cleaning-missing'),
  },
  {
    name: 'exports the cleaning log only of an instrument that is there',
    method: 'cleaning.export',
    input: () => ({ instrumentId: 'ins_aaaaaaaa' }),
    expected: error('instrument-missing'),
  },
  {
    name: 'lists the answers only of a coding that is there',
    method: 'coding.list',
    input: () => ({
      measurementId: 'mea_aaaaaaaa',
      coder: 'Codificador/a 1',
      stage: null,
      state: 'all',
      search: '',
      offset: 0,
      limit: 10,
    }),
    expected: error('measurement-missing'),
  },
  {
    name: 'takes no code from a coder without a name',
    method: 'coding.assign',
    input: ({ waveId }) => ({
      measurementId: 'mea_aaaaaaaa',
      coder: ' ',
      entries: [{ waveId, line: 2, codes: [], isQuote: false }],
    }),
    expected: error('invalid-input', { method: 'coding.assign' }),
  },
  {
    name: 'takes back no rows where none were set aside',
    method: 'wave.addCorrected',
    input: ({ waveId, fileId }) => ({ waveId, fileId }),
    file: { name: 'corregidas.csv', content: schoolsFile },
    expected: error('correction-foreign'),
  },
  {
    name: 'compares a wave with its own file and finds no difference',
    method: 'wave.reimport',
    input: ({ waveId, fileId }) => ({ waveId, fileId, apply: false }),
    file: { name: 'escuelas.csv', content: schoolsFile },
    expected: result(
      ({ difference, applied }) =>
        applied === false && isObject(difference) && difference.changed === 0 && difference.rowsNow === 2,
    ),
  },
  { name: 'says that there is nothing to undo', method: 'history.undo', expected: error('nothing-to-undo') },
  {
    name: 'asks a reason for a lower privacy threshold',
    method: 'project.configure',
    input: () => ({
      settings: {
        linkage: 'matched',
        coverage: 'sample',
        confidenceLevel: 0.95,
        thresholdPublication: 3,
        thresholdInternal: 3,
      },
      reason: null,
    }),
    expected: error('invalid-input'),
  },
  {
    name: 'ends as cancelled when cancelled at once',
    method: 'project.openDemonstration',
    input: () => ({ fresh: true }),
    cancel: 'at-once',
    expected: error('cancelled'),
  },
  {
    name: 'ends as cancelled when cancelled in the middle of long work',
    method: 'project.openDemonstration',
    input: () => ({ fresh: true }),
    cancel: 'at-first-progress',
    expected: error('cancelled'),
  },
  {
    name: 'is as it was after a cancelled call',
    method: 'wave.list',
    expected: result(({ waves }) => Array.isArray(waves) && waves.length === 1),
  },
  {
    name: 'tells that there is no vault yet',
    method: 'vault.status',
    input: () => ({}),
    expected: result((value) => value.exists === false && value.keptBy === 'nobody'),
  },
  {
    name: 'refuses a short passphrase',
    method: 'vault.protect',
    input: () => ({ passphrase: 'corta' }),
    expected: error('invalid-input', { field: 'passphrase' }),
  },
  {
    name: 'has nothing to unlock without a vault',
    method: 'vault.unlock',
    input: () => ({ passphrase: 'una frase larga de prueba' }),
    expected: error('vault-locked'),
  },
  {
    name: 'reveals nobody without a reason',
    method: 'vault.reveal',
    input: ({ waveId }) => ({ waveId, pseudonyms: null, reason: ' ' }),
    expected: error('invalid-input', { field: 'reason' }),
  },
  {
    name: 'destroys nothing that was not confirmed',
    method: 'vault.destroy',
    input: () => ({ waveId: null, confirm: false }),
    expected: error('invalid-input', { field: 'confirm' }),
  },
  {
    name: 'changes no passphrase where none was set',
    method: 'vault.changePassphrase',
    input: () => ({ passphrase: 'x', newPassphrase: 'una frase larga de prueba' }),
    expected: error('vault-locked'),
  },
  {
    name: 'locks a vault that is not there',
    method: 'vault.lock',
    input: () => ({}),
    expected: result((value) => value.exists === false),
  },
  {
    name: 'lists the practice records that ship',
    method: 'practice.seeds',
    input: () => ({}),
    expected: result(({ seeds }) => Array.isArray(seeds) && seeds.length === 15),
  },
  {
    name: 'says that a file of something else holds no practice record',
    method: 'practice.import',
    file: { name: 'escuelas.csv', content: schoolsFile },
    input: ({ fileId }) => ({ fileId }),
    expected: error('record-unrecognised', { fileName: 'escuelas.csv', reason: 'no-title-column' }),
  },
];

/** Why an outcome is not the expected one; null when it is. */
export function mismatch({ expected }: ContractCase, outcome: Outcome): string | null {
  const got = JSON.stringify(outcome);
  if (expected.ended === 'result') {
    return outcome.ended === 'result' && expected.check(outcome.value) ? null : got;
  }
  if (outcome.ended !== 'error' || outcome.code !== expected.code) return got;
  const differs = Object.entries(expected.details ?? {}).some(
    ([key, value]) => outcome.details[key] !== value,
  );
  return differs ? got : null;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodNames } from '../../shared/contract';
import { startTestEngine } from '../support/engine';
import { type ContractCase, contractCases, mismatch, schoolsFile } from './cases';
import type { ContractTransport, Outcome } from './transport';
import { commandLineTransport } from './transports/command-line';
import { desktopTransport } from './transports/desktop';
import { loopbackTransport } from './transports/loopback';
import { memoryTransport } from './transports/memory';

let folder = '';
let projectPath = '';
let waveId = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-contract-'));
  projectPath = join(folder, 'contrato.lineabase');
  const test = await startTestEngine();
  await test.client.call('project.create', {
    name: 'Contrato',
    fileId: await test.grant(projectPath, 'write'),
  });
  const fileId = await test.stage('escuelas.csv', schoolsFile);
  const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
  const { wave } = await test.client.call('wave.import', {
    fileId,
    sha256: inspection.sha256,
    dialect: inspection.dialect,
    columns: inspection.columns.map(({ proposal }) => proposal),
    wave: { name: 'Escuelas', moment: 'ex-ante', startDate: null, endDate: null, isSynthetic: true },
    instrumentId: null,
    instrumentName: 'Escuelas',
    repeatedIdentifiers: 'stop',
  });
  waveId = wave.id;
  await test.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['memory', memoryTransport],
  ['loopback HTTP', loopbackTransport],
  ['command line', commandLineTransport],
  ['emulated desktop', desktopTransport],
] as const)('over %s', (_name, open) => {
  let transport: ContractTransport;

  beforeAll(async () => {
    transport = await open(projectPath);
  });
  afterAll(() => transport?.close());

  it.each(contractCases.map((contractCase) => [contractCase.name, contractCase] as const))(
    '%s',
    async (_caseName, contractCase) => {
      expect(mismatch(contractCase, await run(transport, contractCase))).toBeNull();
    },
  );
});

describe('the case table', () => {
  it('calls at least one method of every kind of outcome', () => {
    const kinds = new Set(
      contractCases.map(({ expected }) => (expected.ended === 'error' ? expected.code : 'result')),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining(['result', 'invalid-input', 'unknown-method', 'cancelled', 'project-missing']),
    );
  });

  it('tells an expected outcome from another', () => {
    const [first] = contractCases;
    if (first === undefined) throw new Error('No cases');
    const wrong: Outcome = { ended: 'error', code: 'internal', details: {}, sawProgress: false };
    expect(mismatch(first, wrong)).not.toBeNull();
    expect(methodNames).toContain(first.method);
  });
});

function run(transport: ContractTransport, contractCase: ContractCase): Promise<Outcome> {
  return transport.call({
    method: contractCase.method,
    input: (fileId) => (contractCase.input === undefined ? {} : contractCase.input({ fileId, waveId })),
    file:
      contractCase.file === undefined
        ? null
        : { name: contractCase.file.name, content: new TextEncoder().encode(contractCase.file.content) },
    cancel: contractCase.cancel ?? 'never',
    isRefused:
      contractCase.expected.ended === 'error' &&
      ['invalid-input', 'unknown-method'].includes(contractCase.expected.code),
  });
}

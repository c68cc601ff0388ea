import { afterAll, beforeAll, expect, it } from 'vitest';
import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { getInstrument } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import { simpleSampling } from '../../../shared/domain/design';
import { InstrumentId } from '../../../shared/domain/ids';
import {
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

let project: ComparisonProject;
const guardian = variableId('guardian');

/** Somebody chose to keep the column of guardians as it came. Made up. */
beforeAll(async () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    guardian: `Persona ${index % 4}`,
    knows: index % 3 === 0,
  }));
  project = await startComparisonProject({
    variables: { guardian: { type: 'single' }, knows: { type: 'boolean' } },
    waves: [
      { name: 'Antes', rows },
      { name: 'Después', rows },
    ],
    indicators: [
      draft({
        kind: 'proportion',
        condition: { op: 'is', variableId: variableId('knows'), values: ['true'] },
      }),
    ],
  });
  await project.context.project().write(neverCancelled, async (session) => {
    const instrument = await getInstrument(session, InstrumentId.parse('ins_first0'));
    await replaceDefinition(session, 'instrument', instrument.id, {
      ...instrument,
      variables: instrument.variables.map((variable) =>
        variable.id === guardian ? { ...variable, identity: 'name' as const } : variable,
      ),
    });
  });
});
afterAll(() => project.close());

it('names of people make no groups, even hidden ones, as a group is named in the table', async () => {
  await expect(
    project.client.call('comparison.compute', project.spec({ breakdown: [guardian] })),
  ).rejects.toMatchObject({ code: 'variable-type' });
  await expect(
    project.client.call('variable.distribution', {
      variableId: variableId('knows'),
      waveIds: [waveId(0)],
      breakdown: [guardian],
      audience: 'publication',
    }),
  ).rejects.toMatchObject({ code: 'variable-type' });
});

it('names of people are no answers to be counted', async () => {
  await expect(
    project.client.call('variable.distribution', {
      variableId: guardian,
      waveIds: [waveId(0)],
      breakdown: [],
      audience: 'publication',
    }),
  ).rejects.toMatchObject({ code: 'variable-type' });
});

it.each(['stratumId', 'clusterId'])(
  'names of people are no %s, which errors and sizes name',
  async (part) => {
    const sampling = { ...simpleSampling, [part]: guardian };
    await expect(project.client.call('comparison.compute', project.spec({ sampling }))).rejects.toMatchObject(
      { code: 'design-invalid' },
    );
  },
);

import { expect, it } from 'vitest';
import { startTestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

it('keeps what was done with the identities and why, without the identities', async () => {
  let second = 0;
  const test = await startTestEngine({
    now: () => {
      second += 1;
      return new Date(Date.UTC(2026, 2, 1, 12, 0, second));
    },
  });
  await test.client.call('project.create', { name: 'Personas', fileId: null });
  const { wave } = await importFile(
    test,
    await test.stage('a.csv', 'RUN;Edad\n12345678-5;10\n15509661-6;11\n'),
  );
  await test.client.call('vault.reveal', {
    waveId: wave.id,
    pseudonyms: null,
    reason: 'Derivación de 12.345.678-5 a la oficina',
  });
  await test.client.call('vault.destroy', { waveId: wave.id, confirm: true });
  const { events } = await test.client.call('vault.audit', {});
  expect(events).toMatchObject([
    { action: 'vault.destroy', waveId: wave.id, waveName: wave.name, people: null, reason: '' },
    { action: 'vault.reveal', waveName: wave.name, people: 2, reason: 'Derivación de [RUT] a la oficina' },
  ]);
  await test.client.call('wave.remove', { waveId: wave.id });
  expect((await test.client.call('vault.audit', {})).events[0]?.waveName).toBeNull();
  await test.close();
});

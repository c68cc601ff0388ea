// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { InstrumentId } from '../../../shared/domain/ids';
import { everybody, renderComparison } from '../support/comparison-screen';
import { type FakeAnswers, result } from '../support/fake-host';
import { ids, wave } from '../support/fixtures';
import { comparisonResult, followUp, followUpId } from '../support/results';

const base = comparisonResult([everybody]);

function matched(flows: typeof base.flows): FakeAnswers {
  const spec = { ...base.spec, linkage: 'matched' as const };
  return {
    'comparison.compute': () => result('comparison.compute', comparisonResult([everybody], { spec, flows })),
  };
}

describe('the way from a comparison to who stayed', () => {
  it('says on how many people the change rests and leads to the rest of them', async () => {
    renderComparison(
      matched([{ followUpWaveId: followUpId, both: 442, onlyBaseline: 163, onlyFollowUp: 171 }]),
    );
    expect(await screen.findByText(/El cambio se mide en 442 personas, el 73,1 % de las 605/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ver quiénes se quedaron' }).getAttribute('href')).toBe(
      '/comparacion/seguimiento',
    );
  });

  it('gives no count where the flow is protected', async () => {
    renderComparison(matched([]));
    expect(await screen.findByText(/El cambio se mide solo en quienes están en ambas/)).toBeTruthy();
  });

  it('asks whether it is the same group where people are not followed', async () => {
    renderComparison();
    expect(await screen.findByRole('region', { name: '¿Es el mismo grupo de personas?' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ver cómo cambió el grupo' })).toBeTruthy();
  });

  it('is not there between waves of different questionnaires', async () => {
    const other = { ...followUp, instrumentId: InstrumentId.parse('ins_bbbbbb') };
    renderComparison({ 'wave.list': () => result('wave.list', { waves: [wave, other] }) });
    await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    expect(screen.queryByRole('link', { name: /Ver (quiénes|cómo)/ })).toBeNull();
    expect(other.id).not.toBe(ids.wave);
  });
});

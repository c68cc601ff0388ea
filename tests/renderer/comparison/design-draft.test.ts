import { describe, expect, it } from 'vitest';
import {
  type DesignDraft,
  designOf,
  hasSharedPopulations,
  isSameDesign,
  populationAt,
  withColumn,
  withPopulation,
  withSharedPopulations,
} from '../../../renderer/features/comparison/design/design-draft';
import { simpleSampling } from '../../../shared/domain/design';
import { VariableId, WaveId } from '../../../shared/domain/ids';

const school = VariableId.parse('var_escuela');
const zone = VariableId.parse('var_zona00');
const first = WaveId.parse('wav_aaaaaa');
const second = WaveId.parse('wav_bbbbbb');
const simple: DesignDraft = { coverage: 'sample', linkage: 'matched', sampling: simpleSampling };
const sized = withPopulation(simple, { waveId: null, stratum: null }, 900);

describe('a design while it is edited', () => {
  it('takes a comparison without sampling for one in which nothing is declared', () => {
    expect(isSameDesign(designOf({ coverage: 'sample', linkage: 'matched' }), simple)).toBe(true);
  });

  it('differs from the declared one by coverage, by people, by a column and by a size', () => {
    expect(isSameDesign(simple, { ...simple, coverage: 'census' })).toBe(false);
    expect(isSameDesign(simple, { ...simple, linkage: 'independent' })).toBe(false);
    expect(isSameDesign(simple, withColumn(simple, 'clusterId', school))).toBe(false);
    expect(isSameDesign(simple, sized)).toBe(false);
  });

  it('is the same whatever the order in which its sizes were written', () => {
    const one = withPopulation(sized, { waveId: first, stratum: 'A' }, 5);
    const other = withPopulation(
      withPopulation(simple, { waveId: first, stratum: 'A' }, 5),
      { waveId: null, stratum: null },
      900,
    );
    expect(isSameDesign(one, other)).toBe(true);
  });

  it('ignores the rule for lonely strata while there are no strata', () => {
    const ruled: DesignDraft = { ...simple, sampling: { ...simpleSampling, lonelyStratum: 'remove' } };
    expect(isSameDesign(simple, ruled)).toBe(true);
  });

  it('forgets sizes that were counted in another unit, and keeps them beside new weights', () => {
    expect(withColumn(sized, 'clusterId', school).sampling.populations).toEqual([]);
    expect(withColumn(sized, 'stratumId', zone).sampling.populations).toEqual([]);
    expect(withColumn(sized, 'weightId', zone).sampling.populations).toHaveLength(1);
    expect(withColumn(sized, 'clusterId', null).sampling.populations).toHaveLength(1);
  });

  it('spreads one size over the waves and gathers it again', () => {
    const spread = withSharedPopulations(sized, false, [first, second]);
    expect(populationAt(spread, { waveId: second, stratum: null })).toBe(900);
    expect(populationAt(spread, { waveId: null, stratum: null })).toBeNull();
    expect(hasSharedPopulations(spread)).toBe(false);
    expect(withSharedPopulations(spread, true, [first, second])).toEqual(sized);
  });

  it('erases a size', () => {
    expect(withPopulation(sized, { waveId: null, stratum: null }, null)).toEqual(simple);
  });
});

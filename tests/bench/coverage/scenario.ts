import type { Interval } from '../../../shared/stats/types';
import type { Random } from './random';

/**
 * One sampling design with intervals put to the test on the same draws. `draw` gives one interval for each of
 * `intervals` (null where the method has none for that sample). Texts are in Spanish: they go to docs/cobertura.md.
 */
export type Scenario = {
  design: string;
  intervals: readonly {
    name: string;
    /** The figure of the population that the interval is for. */
    truth: number;
    /** Why coverage is off by more than 1.5 points, where it is. */
    explanation?: string;
    /** Shown for comparison: an interval the application does not use with this design. */
    isWarning?: boolean;
  }[];
  draw: (random: Random) => readonly (Interval | null)[];
};

export type Coverage = {
  design: string;
  name: string;
  /** Share of the intervals given that hold the truth. */
  coverage: number;
  monteCarloError: number;
  /** Shares of intervals that lie wholly above and wholly below the truth. */
  above: number;
  below: number;
  meanWidth: number;
  without: number;
  isWithin: boolean;
  isWarning: boolean;
  explanation: string | null;
};

export const tolerance = 0.015;

/** Empirical coverage of each interval of a scenario over `runs` draws, at nominal 95 %. */
export function simulate(scenario: Scenario, runs: number, random: Random): Coverage[] {
  const tallies = scenario.intervals.map(() => ({ given: 0, above: 0, below: 0, width: 0 }));
  for (let run = 0; run < runs; run += 1) {
    scenario.draw(random).forEach((interval, position) => {
      const tally = tallies[position];
      const truth = scenario.intervals[position]?.truth ?? Number.NaN;
      if (!tally || !interval) return;
      tally.given += 1;
      tally.width += interval.upper - interval.lower;
      // A limit that equals the truth but for rounding holds it.
      const slack = 1e-12 * Math.max(1, Math.abs(truth));
      if (interval.lower > truth + slack) tally.above += 1;
      else if (interval.upper < truth - slack) tally.below += 1;
    });
  }
  return scenario.intervals.map(({ name, explanation, isWarning }, position) => {
    const { given, above, below, width } = tallies[position] ?? { given: 0, above: 0, below: 0, width: 0 };
    const coverage = 1 - (above + below) / given;
    return {
      design: scenario.design,
      name,
      coverage,
      monteCarloError: Math.sqrt((coverage * (1 - coverage)) / given),
      above: above / given,
      below: below / given,
      meanWidth: width / given,
      without: 1 - given / runs,
      isWithin: Math.abs(coverage - 0.95) <= tolerance,
      isWarning: isWarning ?? false,
      explanation: explanation ?? null,
    };
  });
}

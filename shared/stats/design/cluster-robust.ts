/**
 * A weighted mean of rows that enters a figure with a plus or a minus: each cluster's sum of weights and of
 * w (y - mean). A cluster stands once.
 */
export type ResidualTerm = {
  sign: 1 | -1;
  clusters: readonly { name: string; weight: number; residual: number }[];
};

type ClusterScore = { score: number; own: number; shared: number[] };

// What clubSandwich takes for zero when it inverts a root.
const NOTHING = 1e-12;

function scoresByCluster(terms: readonly ResidualTerm[]): ClusterScore[] {
  const scores = new Map<string, ClusterScore>();
  terms.forEach(({ sign, clusters }, term) => {
    const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
    for (const { name, weight, residual } of clusters) {
      const entry = scores.get(name) ?? { score: 0, own: 0, shared: terms.map(() => 0) };
      scores.set(name, entry);
      const share = weight / total;
      const rest = (total - weight) / total;
      if (rest <= NOTHING) continue;
      entry.score += (sign * residual) / total / Math.sqrt(rest);
      entry.own += share / rest / total;
      entry.shared[term] = share / Math.sqrt(rest * total);
    }
  });
  return [...scores.values()];
}

/**
 * Variance of a mean, or of a difference of means, robust to clusters (CR2), and Satterthwaite's degrees of freedom (null
 * where no cluster can be compared with others). Bell and McCaffrey 2002 (Survey Methodology 28:169); Pustejovsky and
 * Tipton 2018 (Journal of Business & Economic Statistics 36:672).
 *
 * The regressors are the waves' indicators alone and the working model has variances 1/w. The adjustment of a cluster is
 * then to divide its residual sum in a wave by √(1 - h), h being its share of that wave's weight; and with M = Σ p_st²,
 * p_st = 1(s = t) Σ_k h_sk / ((1 - h_sk) W_k) - Σ_k b_sk b_tk, b_sk = h_sk / √((1 - h_sk) W_k), the degrees of freedom
 * (Σ p_ss)² / M need nothing but those shares. A cluster that is a whole wave has no residual and adds nothing.
 * R: `clubSandwich::coef_test(lm(y ~ wave), "CR2", cluster)`; with weights, `lm` on √w y and √w x.
 */
export function clusterRobust(terms: readonly ResidualTerm[]): { variance: number; degrees: number | null } {
  const scores = scoresByCluster(terms);
  const variance = scores.reduce((sum, { score }) => sum + score ** 2, 0);
  let trace = 0;
  let squares = 0;
  for (const { own, shared } of scores) {
    const lost = shared.reduce((sum, value) => sum + value ** 2, 0);
    trace += own - lost;
    squares += own * (own - 2 * lost);
  }
  terms.forEach((_, row) => {
    terms.forEach((__, column) => {
      const product = scores.reduce((sum, { shared }) => sum + (shared[row] ?? 0) * (shared[column] ?? 0), 0);
      squares += product ** 2;
    });
  });
  const degrees = trace ** 2 / squares;
  return { variance, degrees: degrees > 0 && Number.isFinite(degrees) ? degrees : null };
}

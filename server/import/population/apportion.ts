/** Whole people out of shares and fractions, none lost and none invented. @module */

/**
 * Shares a whole number out in proportion to weights by largest remainder (Hamilton's method); ties go to whoever comes
 * first. The parts sum to the total exactly; none is more than its weight where the total is at most all weights together.
 *
 * @param weights whole numbers; where all are 0 all count the same. `total` × the largest must stay below 2⁵³
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.length === 0 ? [] : apportion(total, Array(weights.length).fill(1));
  // Whole numbers throughout: a quotient of floats may round up across a whole number and give one too many.
  const remainders = weights.map((weight) => (total * weight) % sum);
  const parts = weights.map((weight, i) => (total * weight - remainders[i]) / sum);
  const missing = total - parts.reduce((all, part) => all + part, 0);
  const largestFirst = remainders.map((_, i) => i).sort((a, b) => remainders[b] - remainders[a] || a - b);
  for (const i of largestFirst.slice(0, missing)) parts[i]++;
  return parts;
}

/**
 * Figures with fractions as whole ones by cumulative rounding: after every figure the sum of the whole ones is the
 * rounded sum of the others, so that all together are off by less than half a person and each by less than one.
 * In the order given, which is that of the file.
 */
export function roundInOrder(figures: Iterable<number>): number[] {
  const whole: number[] = [];
  let sum = 0;
  let given = 0;
  for (const figure of figures) {
    sum += figure;
    const next = Math.round(sum);
    whole.push(next - given);
    given = next;
  }
  return whole;
}

/** Where a curve flattens: its point farthest from the straight line between its ends (Satopää and others 2011). @module */

/** A curve that leaves the line by less than this part of its height is straight. */
const STRAIGHT = 0.02;

/** Number of sites at the knee; null for a curve of fewer than three points, a flat or a straight one. */
export function kneeOf(curve: readonly { readonly sites: number; readonly value: number }[]): number | null {
  if (curve.length < 3) return null;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  const height = last.value - first.value;
  if (height === 0) return null;
  let knee: number | null = null;
  let farthest = STRAIGHT;
  for (const { sites, value } of curve) {
    const above = (value - first.value) / height - (sites - first.sites) / (last.sites - first.sites);
    if (above <= farthest) continue;
    farthest = above;
    knee = sites;
  }
  return knee;
}

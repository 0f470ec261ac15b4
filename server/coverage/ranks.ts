/** Places in a ranking, as a sports table gives them: equals share the better place, and the next one is that much lower. @module */

export interface Rank {
  /** 1 for the highest value; null for one that is not known, which ranks after all others. */
  readonly rank: number | null;
  /** How many hold the same place, this one included; 0 without one. */
  readonly sharedBy: number;
}

/** @param values null where unknown; equal values are the very same number */
export function ranksOf(values: readonly (number | null)[]): Rank[] {
  const known = values.filter((value) => value !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  const holders = new Map<number, number>();
  known.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
    holders.set(value, (holders.get(value) ?? 0) + 1);
  });
  return values.map((value) =>
    value === null
      ? { rank: null, sharedBy: 0 }
      : { rank: first.get(value) ?? null, sharedBy: holders.get(value) ?? 0 },
  );
}

/** What the sites chosen so far are worth, kept as sites come and go: what greedy choice and swaps ask of an objective. @module */

export interface Score {
  /** What the candidate would add to those chosen. It never grows as others are added. */
  gain(j: number): number;
  /** An upper bound of every gain of the candidate, quickly found. */
  atMost(j: number): number;
  /** Of all those chosen together. */
  total(): number;
  add(j: number): void;
  remove(j: number): void;
}

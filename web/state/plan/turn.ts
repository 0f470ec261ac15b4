/** What a change means for the people of a cell or a residence, in the order in which it matters. @module */

/** Cover gained, cover lost; else a shorter or a longer walk; else something that only verdicts of unknown tell. */
export type Turn = "gain" | "loss" | "nearer" | "farther" | "other";

export interface Side {
  readonly covered: number;
  /** Null where no walk is known. */
  readonly seconds: number | null;
}

/** A cell that gains some and loses others is told by the difference. */
export function turnOf(before: Side, after: Side): Turn {
  if (after.covered !== before.covered) return after.covered > before.covered ? "gain" : "loss";
  if (before.seconds === null || after.seconds === null || before.seconds === after.seconds) return "other";
  return after.seconds < before.seconds ? "nearer" : "farther";
}

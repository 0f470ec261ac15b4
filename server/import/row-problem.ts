/** What stops one row: thrown while a row is built, caught where rows are counted, so that no other row suffers. @module */
import type { RowReason } from "./reasons.ts";

export class RowProblem extends Error {
  readonly reason: RowReason;
  /** Header or path of the cell, as the file calls it. */
  readonly field: string | null;
  readonly value: string | null;
  readonly expected: string | null;

  constructor(reason: RowReason, field: string | null, value: string | null, expected: string | null) {
    super(reason);
    this.name = "RowProblem";
    this.reason = reason;
    this.field = field;
    this.value = value;
    this.expected = expected;
  }
}

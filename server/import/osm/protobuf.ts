/** Reads protocol buffers in place, without an object per message; every read past the end is an error. @module */

/** Wire types in use: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
export class ProtobufReader {
  readonly bytes: Buffer;
  pos: number;
  readonly end: number;

  constructor(bytes: Buffer, pos = 0, end = bytes.length) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = end;
  }

  get done(): boolean {
    return this.pos >= this.end;
  }

  /** Unsigned; exact up to 2⁵³, which all counts, indices and ids of OSM keep to. */
  varint(): number {
    const { bytes, end } = this;
    let byte = this.pos < end ? bytes[this.pos++] : -1;
    if (byte >= 0 && byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 0x80;
    for (let i = 0; byte >= 0x80; i++) {
      if (i === 9) throw new RangeError("a number longer than ten bytes");
      byte = this.pos < end ? bytes[this.pos++] : -1;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
    if (byte < 0) throw new RangeError("a field that runs past its end");
    return value;
  }

  /** Zigzag-coded signed number (sint32, sint64). */
  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** int64 that may be negative, which then takes ten bytes in two's complement. */
  int64(): number {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (this.pos >= this.end || shift > 63n) throw new RangeError("a field that runs past its end");
      const byte = this.bytes[this.pos++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  }

  /** The next length-delimited field as a reader of its own. */
  nested(): ProtobufReader {
    const length = this.varint();
    const start = this.pos;
    if (length > this.end - start) throw new RangeError("a field that runs past its end");
    this.pos = start + length;
    return new ProtobufReader(this.bytes, start, this.pos);
  }

  text(): string {
    return this.bytes.toString("utf8", this.pos, this.end);
  }

  view(): Buffer {
    return this.bytes.subarray(this.pos, this.end);
  }

  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.pos += 8;
    else if (wireType === 2) this.nested();
    else if (wireType === 5) this.pos += 4;
    else throw new RangeError(`wire type ${wireType}`);
    if (this.pos > this.end) throw new RangeError("a field that runs past its end");
  }
}

/** Checks that a field has the wire type its schema gives it. */
export function expectWire(key: number, wireType: number): void {
  if ((key & 7) !== wireType) throw new RangeError(`field ${key >> 3} of wire type ${key & 7}`);
}

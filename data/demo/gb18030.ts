/** Writes text in GB18030, the code of many tables that districts send. Node only reads it, so the table is turned round here. @module */

let table: ReadonlyMap<string, number> | null = null;

/**
 * One- and two-byte characters only, which is all of GBK; the demo town writes no other.
 * @throws RangeError naming the character that would need four bytes
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= invert();
  const bytes: number[] = [];
  for (const character of text) {
    const ascii = character.codePointAt(0)!;
    const pair = table.get(character);
    if (ascii < 0x80) bytes.push(ascii);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else throw new RangeError(`"${character}" has no two-byte code in GB18030`);
  }
  return Uint8Array.from(bytes);
}

/** Decodes every two-byte sequence once: lead 81–FE, trail 40–FE without 7F. */
function invert(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  return pairs;
}

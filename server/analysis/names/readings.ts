/** How Chinese characters are read, in letters without tones: every reading, as a name may use any of them. @module */
import { pinyin } from "pinyin-pro";

/** Of the characters of some names. */
export interface Readings {
  /** By UTF-16 code: `重` → `zhong`, `chong`; `ü` is written `v`, as it is typed. Nothing for what is no Chinese character. */
  readonly of: readonly (readonly string[] | undefined)[];
  /** Shape [2¹⁶]. Bit k where a reading begins with letter k of the alphabet. */
  readonly initials: Uint32Array;
}

/** CJK unified ideographs and extension A. */
const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff;
const A = "a".charCodeAt(0);

/** Bit of a small Latin letter in {@link Readings.initials}; 0 for anything else. */
export function initialBit(code: number): number {
  return code >= A && code < A + 26 ? 1 << (code - A) : 0;
}

/** Read once a character: a district's names use some two thousand. */
export function readingsOf(letters: Uint16Array): Readings {
  const of: (readonly string[] | undefined)[] = new Array(2 ** 16);
  const initials = new Uint32Array(2 ** 16);
  for (const code of letters) {
    if (!isHan(code) || of[code] !== undefined) continue;
    const found = read(code);
    of[code] = found;
    for (const reading of found) initials[code] |= initialBit(reading.charCodeAt(0));
  }
  return { of, initials };
}

function read(code: number): readonly string[] {
  const all = pinyin(String.fromCharCode(code), { multiple: true, toneType: "none", type: "array", v: true });
  return [...new Set(all)].filter((reading) => /^[a-z]+$/.test(reading));
}

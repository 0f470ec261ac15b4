/**
 * Bytes of a text file → text: UTF-8, GB18030 (what Chinese Excel saves as CSV) or UTF-16 with a mark, found out by content.
 *
 * Strictly valid UTF-8 is UTF-8: Chinese text in GB18030 practically never is. A file that is nearly valid in one of the
 * two, such as one cut off in the middle of a character, is read in that one and its damaged characters become U+FFFD,
 * so that the rows that hold them can be refused one by one.
 * @module
 */
import { importError } from "../errors.ts";

/** What stands for a damaged character. */
export const REPLACEMENT = "\uFFFD";

/** Damaged characters among those beyond ASCII: more than this, and the encoding is another one. */
const MAX_DAMAGED_SHARE = 0.05;
const EXPECTED = "UTF-8, GB18030 / GBK, UTF-16 (BOM)";

export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw importError("encoding_unknown", { file, value: "NUL", expected: EXPECTED });

  const utf8 = new TextDecoder("utf-8").decode(bytes);
  const utf8Damage = damagedShare(utf8);
  if (utf8Damage <= MAX_DAMAGED_SHARE) return utf8;
  const chinese = new TextDecoder("gb18030").decode(bytes).replace(/^\uFEFF/, "");
  const chineseDamage = damagedShare(chinese);
  if (chineseDamage <= MAX_DAMAGED_SHARE) return chinese;

  const value = `UTF-8 ${percent(utf8Damage)}, GB18030 ${percent(chineseDamage)} ${REPLACEMENT}`;
  throw importError("encoding_unknown", { file, value, expected: EXPECTED });
}

function damagedShare(text: string): number {
  let beyondAscii = 0;
  let damaged = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    beyondAscii++;
    if (unit === 0xfffd) damaged++;
  }
  return damaged === 0 ? 0 : damaged / beyondAscii;
}

function percent(share: number): string {
  return `${Math.ceil(share * 100)}%`;
}

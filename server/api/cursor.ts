/** Cursors of paged lists: where to go on, and in which edition, so that a page never mixes two. @module */
import { invalidRequest } from "./problems.ts";

/** @param edition release, or what stands for release and scenario (`OpenArea.edition`) */
export function encodeOffset(offset: number, edition: number | string): string {
  return Buffer.from(`${edition}:${offset}`).toString("base64url");
}

/** Cursor of the page after one of `shown` items from `offset` on; null where that was the last. */
export function nextOffset(offset: number, shown: number, total: number, edition: number | string): string | null {
  return offset + shown < total ? encodeOffset(offset + shown, edition) : null;
}

/** Throws `request_invalid` for a cursor that is not ours or belongs to another edition. */
export function decodeOffset(cursor: string | undefined, edition: number | string): number {
  if (cursor === undefined) return 0;
  const [of, offset, ...more] = Buffer.from(cursor, "base64url").toString().split(":");
  const isOurs = of === String(edition) && /^\d+$/.test(offset) && more.length === 0;
  if (!isOurs || !Number.isSafeInteger(Number(offset))) {
    throw invalidRequest("querystring.cursor", cursor, {
      zh: `第 ${edition} 版数据中上一页的 next`,
      en: `\`next\` of a page of release ${edition}`,
    });
  }
  return Number(offset);
}

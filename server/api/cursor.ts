/** Cursors of paged lists: where to go on, and in which release, so that a page never mixes two. @module */
import { invalidRequest } from "./problems.ts";

export function encodeOffset(offset: number, release: number): string {
  return Buffer.from(`${release}:${offset}`).toString("base64url");
}

/** Throws `request_invalid` for a cursor that is not ours or belongs to another release. */
export function decodeOffset(cursor: string | undefined, release: number): number {
  if (cursor === undefined) return 0;
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match || Number(match[1]) !== release || !Number.isSafeInteger(Number(match[2]))) {
    throw invalidRequest("querystring.cursor", cursor, {
      zh: `第 ${release} 版数据中上一页的 next`,
      en: `\`next\` of a page of release ${release}`,
    });
  }
  return Number(match[2]);
}

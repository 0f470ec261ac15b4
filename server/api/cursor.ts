/** Cursors of paged lists: where to go on, and in which release, so that a page never mixes two. @module */
import { apiError } from "./problems.ts";

export function encodeOffset(offset: number, release: number): string {
  return Buffer.from(`${release}:${offset}`).toString("base64url");
}

/** Throws `request_invalid` for a cursor that is not ours or belongs to another release. */
export function decodeOffset(cursor: string | undefined, release: number): number {
  if (cursor === undefined) return 0;
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match || Number(match[1]) !== release) {
    throw apiError("request_invalid", {
      place: "querystring.cursor",
      value: cursor,
      expected: `a cursor of release ${release}`,
    });
  }
  return Number(match[2]);
}

/** Tables for the register over HTTP: the file of a request as an order, and what came of it as a status and a body. @module */
import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import type { TableOrder, TableOutcome } from "../analysis/register/import-tables.ts";
import { packNamed, shippedPacks } from "../analysis/standard-packs.ts";
import { refusedTable } from "../standards/facts/read-facts.ts";
import type { Pack } from "../standards/pack/pack.ts";
import { languageOf } from "./language.ts";
import { missingPart, problemOf } from "./problems.ts";
import { receiveOne } from "./receive-upload.ts";

/** A district of 200 communities with 150 facts each is 3 MB. */
const MAX_TABLE_BYTES = 64 * 2 ** 20;

export function officeOf({ office }: { readonly office?: string }): string | null {
  return office?.trim() || null;
}

/** The pack that a table is of. */
export async function packOf({ pack: id }: { readonly pack?: string }): Promise<Pack> {
  if (id === undefined) throw missingPart("querystring.pack");
  return packNamed(await shippedPacks(), id);
}

export async function orderOf(
  request: FastifyRequest,
  { area }: { readonly area: string },
  query: { readonly office?: string; readonly dryRun?: "true" | "false" },
): Promise<TableOrder> {
  const path = join(tmpdir(), `circle-register-${randomUUID()}`);
  try {
    const file = await receiveOne(request, path, MAX_TABLE_BYTES);
    const bytes = await readFile(path);
    return { areaId: area, file, bytes, office: officeOf(query), dryRun: query.dryRun === "true" };
  } finally {
    await rm(path, { force: true });
  }
}

/** 201 where it was taken, 200 where it would be, 422 where nothing was. */
export function answerTable<Reply>(
  { refusals, names, ...taken }: TableOutcome,
  request: FastifyRequest,
  send: (status: 200 | 201 | 422, body: object) => Reply,
): Reply {
  if (refusals.length === 0) return send(taken.version === null ? 200 : 201, taken);
  const problem = problemOf(refusedTable(refusals), languageOf(request.headers["accept-language"]));
  return send(422, { ...problem, title: "Unprocessable Content", status: 422, refusals, names });
}

/** A table of applications as it was sent, read and decided. @module */
import type { Static } from "typebox";
import { decideBatch } from "../analysis/spacing-batch.ts";
import { openSpacing } from "../analysis/spacing-question.ts";
import { parseCrs } from "../base/crs.ts";
import { dayInChina } from "../base/day.ts";
import { readApplications } from "../import/tables/read-applications.ts";
import { readTableBytes } from "../import/tables/read-table.ts";
import { missingPart } from "./problems.ts";
import type { BatchBody } from "./schemas/spacing.ts";
import type { Services } from "./services.ts";

/** Of a body with a table in base64. */
export const MAX_BATCH_BYTES = 32 * 1024 ** 2;

/** @throws DomainError for a question that cannot be asked, and for a file that is no such table */
export async function decidedTable({ desk, store, catalogue, spacingRules }: Services, body: Static<typeof BatchBody>) {
  if ((body.csv === undefined) === (body.file === undefined)) throw missingPart("body.csv");
  const opened = await openSpacing(desk, spacingRules, body, dayInChina(new Date()));
  const bytes = body.file === undefined ? Buffer.from(body.csv!, "utf8") : Buffer.from(body.file, "base64");
  const table = await readTableBytes(bytes, "applications");
  const crs = parseCrs(body.crs);
  const taken = readApplications(table, { crs, catalogue, category: body.category ?? null });
  return { ...(await decideBatch(store.db, opened, taken)), columns: taken.columns };
}

/** Files of an export read back by readers that are not ours. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";

export type Value = string | number | boolean | null;

/** Rows of every sheet, head first. */
export async function sheetsOf(bytes: Buffer): Promise<Map<string, Value[][]>> {
  const book = (await readWorkbook(bytes)) as unknown as { sheet: string; data: Value[][] }[];
  return new Map(book.map(({ sheet, data }) => [sheet, data]));
}

export function csvRowsOf(bytes: Buffer): Record<string, string>[] {
  return parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
}

/** Opens a GeoPackage for the time of the work. */
export function withGeoPackage<Result>(bytes: Buffer, work: (db: DatabaseSync, path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "circle-gpkg-"));
  const path = join(folder, "a.gpkg");
  try {
    writeFileSync(path, bytes);
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      return work(db, path);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GDAL tells every corner of every shape. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What GDAL says of a GeoPackage; null where the machine has no GDAL. */
export function askGdal(path: string, ...args: string[]): string | null {
  try {
    return execFileSync("ogrinfo", ["-ro", ...args, path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: MOST_BYTES,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export async function joined(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A sheet of an .xlsx workbook → lines of cells, numbers exactly as they are written in it. @module */
import readWorkbook from "read-excel-file/node";
import { importError } from "../errors.ts";
import { assertUnpacks } from "./assert-unpacks.ts";
import type { NumberedLine } from "./raw-table.ts";

/** @param sheet name of the sheet; null for the first */
export async function readXlsx(bytes: Uint8Array, sheet: string | null, file: string): Promise<NumberedLine[]> {
  const sheets = await readSheets(bytes, file);
  const found = sheet === null ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  if (found === undefined) {
    const expected = sheets.map((each) => each.sheet).join(", ");
    throw importError("sheet_unknown", { file, value: sheet ?? "1", expected });
  }
  return found.data.map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }));
}

async function readSheets(bytes: Uint8Array, file: string) {
  await assertUnpacks(bytes, file);
  try {
    return await readWorkbook<string>(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      parseNumber: plainDecimal,
    });
  } catch (error) {
    throw importError("xlsx_damaged", { file, value: error instanceof Error ? error.message : String(error) });
  }
}

/** Long numbers such as telephone numbers may stand as 1.3912345678E10. */
function plainDecimal(text: string): string {
  return /e/i.test(text) ? String(Number(text)) : text;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  return String(cell).trim();
}

/** Excel keeps a time of day as a date in 1899 or 1900: opening hours typed as 8:30. */
function dateText(date: Date): string {
  const iso = date.toISOString();
  const time = iso.slice(11, 16);
  if (date.getUTCFullYear() <= 1900) return time;
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

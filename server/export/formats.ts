/** Kinds of files that can be taken along. @module */
import { exportError } from "./errors.ts";
import { EXPORT_LEVELS, type ExportLevel } from "./levels.ts";

export const FORMATS = ["xlsx", "gpkg", "geojson", "csv"] as const;
export type ExportFormat = (typeof FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  gpkg: "application/geopackage+sqlite3",
  geojson: "application/geo+json",
  csv: "text/csv; charset=utf-8",
};

/** By the extension of the file; throws `file_kind_unknown`. */
export function formatOfFile(file: string): ExportFormat {
  const format = FORMATS.find((known) => file.toLowerCase().endsWith(`.${known}`));
  if (format === undefined) {
    throw exportError("file_kind_unknown", { value: file, expected: FORMATS.map((known) => `.${known}`).join(", ") });
  }
  return format;
}

/**
 * The levels of one file, in the order of sheets: all of them where none is named, and only the communities where the
 * file holds one. Throws `one_level_needed`.
 */
export function levelsOf(format: ExportFormat, wanted: readonly ExportLevel[]): ExportLevel[] {
  const holdsOne = format === "csv" || format === "geojson";
  const levels = EXPORT_LEVELS.filter((level) =>
    wanted.length === 0 ? !holdsOne || level === "community" : wanted.includes(level),
  );
  if (holdsOne && levels.length > 1) {
    throw exportError("one_level_needed", { format, value: levels.join(", "), expected: EXPORT_LEVELS.join(", ") });
  }
  return levels;
}

/** The import that the files make together, or what is still missing of it. @module */
import type { ImportOrder } from "../../../server/api/schemas/uploads.ts";
import type { LookedAt } from "./use-looks.ts";

/** Code of a word in `data.fault`, and the file it is about. */
export interface Fault {
  readonly code: "none" | "streets" | "sending" | "unreadable" | "kind" | "kindTwice" | "crs";
  readonly file: string;
}

/** @param hasStreets the area is there already */
export function faultsOf(all: readonly LookedAt[], hasStreets: boolean): Fault[] {
  if (all.length === 0) return [{ code: "none", file: "" }];
  const faults = all.flatMap(({ file, look, error, kind }, i): Fault[] => {
    const fault = (code: Fault["code"]): Fault[] => [{ code, file: file.name }];
    if (error !== null) return fault("unreadable");
    if (look === null) return fault("sending");
    if (kind === null) return fault("kind");
    if (all.findIndex((other) => other.kind === kind) < i) return fault("kindTwice");
    return look.crsNeeded && file.crs === "" ? fault("crs") : [];
  });
  const needsStreets = !hasStreets && !all.some(({ kind }) => kind === "osm");
  return needsStreets ? [...faults, { code: "streets", file: "" }] : faults;
}

/** Only where there are no faults. */
export function orderOf(all: readonly LookedAt[], name: string | null, office: string): ImportOrder {
  return {
    name,
    office: office.trim() === "" ? null : office.trim(),
    files: all.flatMap(({ file, kind }) =>
      file.upload === null || kind === null
        ? []
        : [
            kind === "osm"
              ? { upload: file.upload.id, kind }
              : { upload: file.upload.id, kind, crs: file.crs, mapping: file.mapping },
          ],
    ),
  };
}

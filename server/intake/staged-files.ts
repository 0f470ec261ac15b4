/** An import of files that wait: which of them is taken as what. @module */
import { type ImportFiles, intakeError, type StatedTable, type TABLE_KINDS } from "./files.ts";
import type { FileKind } from "./look.ts";
import type { StagedUpload, Uploads } from "./uploads.ts";

export interface StagedOrder {
  readonly name?: string | null;
  readonly office?: string | null;
  readonly files: readonly {
    readonly upload: string;
    readonly kind: FileKind;
    readonly crs?: string | null;
    readonly mapping?: Readonly<Record<string, string>>;
  }[];
}

/** Throws `upload_unknown`, `kind_twice`, `upload_twice`. */
export function stagedFiles(
  areaId: string,
  { name, office, files }: StagedOrder,
  uploads: Uploads,
): { readonly files: ImportFiles; readonly ids: string[] } {
  const found = new Map<FileKind, { readonly upload: StagedUpload; readonly stated: StagedOrder["files"][number] }>();
  const ids: string[] = [];
  for (const stated of files) {
    const upload = uploads.get(stated.upload);
    if (found.has(stated.kind)) throw intakeError("kind_twice", { value: stated.kind, file: upload.file });
    if (ids.includes(upload.id)) throw intakeError("upload_twice", { file: upload.file });
    found.set(stated.kind, { upload, stated });
    ids.push(upload.id);
  }
  const table = (kind: (typeof TABLE_KINDS)[number]): StatedTable | null => {
    const one = found.get(kind);
    if (one === undefined) return null;
    const { path, file } = one.upload;
    return { path, file, crs: one.stated.crs?.trim() ?? "", mapping: one.stated.mapping ?? {} };
  };
  const osm = found.get("osm")?.upload;
  return {
    files: {
      areaId,
      areaName: name?.trim() || null,
      demo: false,
      office: office?.trim() || null,
      osm: osm ? { path: osm.path, file: osm.file } : null,
      boundary: table("boundary"),
      residences: table("residences"),
      facilities: table("facilities"),
      communities: table("communities"),
      population: table("population"),
    },
    ids,
  };
}

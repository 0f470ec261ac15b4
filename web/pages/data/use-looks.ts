/** What the service says of every file that was brought in; tables are held against the extract among them, else against the area. @module */
import { useQueries } from "@tanstack/react-query";
import { useEffect } from "react";
import type { FileKind, Preview } from "../../../server/api/schemas/uploads.ts";
import { lookQuery } from "../../client/uploads.ts";
import { useView } from "../../state/use-view.ts";
import type { Draft, DraftFile } from "./draft.ts";
import { recall } from "./remembered.ts";

export interface LookedAt {
  readonly file: DraftFile;
  readonly look: Preview | null;
  readonly isLooking: boolean;
  readonly error: Error | null;
  /** As corrected, else as guessed; null where neither is. */
  readonly kind: FileKind | null;
}

const EXTRACT = /\.(osm|pbf|osm\.gz|osm\.xml)$/i;

/** @param area whose streets there are; null where it is a new one */
export function useLooks({ files, change }: Draft, area: string | null): readonly LookedAt[] {
  const { language } = useView();
  const extract = files.find(({ name, upload, error }) => EXTRACT.test(name) && upload !== null && error === null);
  const looks = useQueries({
    queries: files.map(({ key, upload, kind, crs, mapping }) =>
      lookQuery(
        upload?.id ?? null,
        key === extract?.key
          ? { kind }
          : { kind, crs: crs === "" ? null : crs, mapping, area, extract: extract?.upload?.id ?? null },
        language,
      ),
    ),
  });
  const all = files.map((file, i): LookedAt => {
    const { data = null, error, isFetching } = looks[i];
    return {
      file,
      look: error === null ? data : null,
      isLooking: isFetching,
      error: file.error ?? error,
      kind: file.kind ?? data?.guessed ?? null,
    };
  });
  // A table of headers that were met before is read as it was corrected then.
  const waiting = all.find(({ file, look }) => file.recalled === "not yet" && look !== null);
  useEffect(() => {
    if (waiting === undefined) return;
    const known = recall(waiting.look);
    change(waiting.file.key, known === null ? { recalled: "nothing" } : { ...known, recalled: "used" });
  }, [waiting, change]);
  return all;
}

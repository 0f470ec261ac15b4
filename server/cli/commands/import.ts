/** `circle import AREA …`: files into the store, all or nothing. @module */
import { access, constants } from "node:fs/promises";
import { basename } from "node:path";
import { writeRefusals } from "../../import/write-refusals.ts";
import { type ImportFiles, type StatedTable, TABLE_KINDS } from "../../intake/files.ts";
import { importArea } from "../../intake/import-area.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import type { Command } from "../main.ts";
import { type Given, needed, readOptions, text, texts } from "../options.ts";
import { progressLine, say, writeJson } from "../output.ts";
import { withStore } from "../with-store.ts";

const usage = `circle import AREA [--name NAME] [--osm FILE] [--boundary FILE --boundary-crs CRS] [--residences FILE --residences-crs CRS]
              [--facilities FILE --facilities-crs CRS] [--communities FILE --communities-crs CRS]
              [--map KIND.FIELD=HEADER …] [--refused FILE.csv]`;

const OPTIONS = {
  name: { type: "string" },
  osm: { type: "string" },
  ...Object.fromEntries(
    TABLE_KINDS.flatMap(
      (kind) =>
        [
          [kind, { type: "string" }],
          [`${kind}-crs`, { type: "string" }],
        ] as const,
    ),
  ),
  map: { type: "string", multiple: true },
  refused: { type: "string" },
} as const;

export const importFiles: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, OPTIONS, usage);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const files = await statedFiles(given, areaId);
    const refusedPath = text(given, "refused") ?? `${areaId}-refused.csv`;
    const cancel = new AbortController();
    const onInterrupt = () => cancel.abort();
    process.once("SIGINT", onInterrupt);
    await withStore(async (store) => {
      const { report, refusals } = await importArea(store, files, progressLine(), cancel.signal);
      for (const warning of report.warnings) say(warning[speaks()]);
      if (refusals.length > 0) {
        await writeRefusals(refusedPath, refusals);
        say(
          speaks() === "zh"
            ? `${refusals.length} 条未采用，原因见 ${refusedPath}`
            : `${refusals.length} not taken, with reasons in ${refusedPath}`,
        );
      }
      await writeJson({ ...report, refusals: undefined, refusedFile: refusals.length > 0 ? refusedPath : null });
    });
    process.off("SIGINT", onInterrupt);
  },
};

async function statedFiles(given: Given, areaId: string): Promise<ImportFiles> {
  const file = async (path: string | null) => {
    if (path === null) return null;
    try {
      await access(path, constants.R_OK);
    } catch {
      throw cliError("file_missing", { file: path });
    }
    return { path, file: basename(path) };
  };
  const table = async (kind: (typeof TABLE_KINDS)[number]): Promise<StatedTable | null> => {
    const stated = await file(text(given, kind));
    return stated && { ...stated, crs: text(given, `${kind}-crs`) ?? "", mapping: mappingOf(given, kind) };
  };
  return {
    areaId,
    areaName: text(given, "name"),
    demo: false,
    osm: await file(text(given, "osm")),
    boundary: await table("boundary"),
    residences: await table("residences"),
    facilities: await table("facilities"),
    communities: await table("communities"),
  };
}

/** `--map facilities.name=店名` */
function mappingOf(given: Given, kind: string): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const entry of texts(given, "map")) {
    const match = /^(\w+)\.(\w+)=(.+)$/.exec(entry);
    if (!match || !TABLE_KINDS.some((known) => known === match[1])) {
      throw cliError("option_wrong", {
        field: "--map",
        value: entry,
        expected: `KIND.FIELD=HEADER, KIND: ${TABLE_KINDS.join(", ")}`,
      });
    }
    if (match[1] === kind) mapping[match[2]] = match[3];
  }
  return mapping;
}

/** `circle import AREA …`: files into the store, all or nothing. @module */
import { access, constants } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Refusal } from "../../import/rows.ts";
import { writeRefusals } from "../../import/write-refusals.ts";
import { checkFiles, type ImportFiles, type StatedTable, TABLE_KINDS } from "../../intake/files.ts";
import { importArea } from "../../intake/import-area.ts";
import { parseMappings } from "../../intake/mapping.ts";
import type { Command } from "../command.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { type Given, needed, readOptions, text, texts } from "../options.ts";
import { progressLine, say, writeJson } from "../output.ts";
import { withStore } from "../with-store.ts";

const usage = `circle import AREA [--name NAME] [--osm FILE] [--boundary FILE --boundary-crs CRS] [--residences FILE --residences-crs CRS]
              [--facilities FILE --facilities-crs CRS] [--communities FILE --communities-crs CRS]
              [--population FILE [--population-crs CRS]]
              [--map KIND.FIELD=HEADER …] [--office NAME] [--refused FILE.csv]`;

const OPTIONS = {
  name: { type: "string" },
  office: { type: "string" },
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
    const given = readOptions(args, OPTIONS, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const files = await statedFiles(given, areaId);
    const refusedPath = text(given, "refused") ?? `${areaId}-refused.csv`;
    checkFiles(files);
    await checkWritable(refusedPath);
    const cancel = new AbortController();
    const onInterrupt = () => cancel.abort();
    process.once("SIGINT", onInterrupt);
    await withStore(async (store) => {
      const { report, refusals } = await importArea(store, files, progressLine(), cancel.signal);
      for (const warning of report.warnings) say(warning[speaks()]);
      for (const note of report.notes) say(note[speaks()]);
      const refusedFile = refusals.length > 0 && (await keepRefusals(refusedPath, refusals)) ? refusedPath : null;
      await writeJson({ ...report, refusals: undefined, refusedFile });
    });
    process.off("SIGINT", onInterrupt);
  },
};

/** By now the import stands: where its refusals cannot be written that is told, and the import is none the worse. */
async function keepRefusals(path: string, refusals: readonly Refusal[]): Promise<boolean> {
  try {
    await writeRefusals(path, refusals);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(
      speaks() === "zh"
        ? `导入已完成，但 ${refusals.length} 条未采用的原因没能写入 ${path}：${why}`
        : `the import is done, but the reasons of ${refusals.length} rows not taken could not be written to ${path}: ${why}`,
    );
    return false;
  }
  say(
    speaks() === "zh"
      ? `${refusals.length} 条未采用或未能全部识别，原因见 ${path}`
      : `${refusals.length} not taken or not read in full, with reasons in ${path}`,
  );
  return true;
}

async function statedFiles(given: Given, areaId: string): Promise<ImportFiles> {
  const mappings = parseMappings(texts(given, "map"));
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
    const crs = text(given, `${kind}-crs`);
    if (stated) return { ...stated, crs: crs ?? "", mapping: mappings[kind] };
    if (crs !== null) throw withoutFile(`--${kind}-crs`, kind);
    if (Object.keys(mappings[kind]).length > 0) throw withoutFile("--map", kind);
    return null;
  };
  return {
    areaId,
    areaName: text(given, "name"),
    demo: false,
    office: text(given, "office"),
    osm: await file(text(given, "osm")),
    boundary: await table("boundary"),
    residences: await table("residences"),
    facilities: await table("facilities"),
    communities: await table("communities"),
    population: await table("population"),
  };
}

function withoutFile(field: string, kind: string): Error {
  return cliError("option_without_file", { field, expected: `--${kind}` });
}

/** Before anything is imported: whatever is refused must find its place. */
async function checkWritable(file: string): Promise<void> {
  try {
    await access(dirname(resolve(file)), constants.W_OK);
  } catch {
    throw cliError("folder_not_writable", { file });
  }
}

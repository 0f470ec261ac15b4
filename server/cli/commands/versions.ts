/** `circle versions AREA`: every version of an area, what changed between two, and the way back to an earlier one. @module */
import { compareVersions, listVersions, restoreVersion, type VersionChanges } from "../../intake/versions.ts";
import type { AreaRelease } from "../../store/areas.ts";
import type { Store } from "../../store/open.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { choice, idNumber, needed, readOptions, text } from "../options.ts";
import { write, writeJson } from "../output.ts";
import { withStore } from "../with-store.ts";

const usage = `circle versions AREA [--restore N [--office NAME]] [--compare A B] [--format csv|json]`;
const string = { type: "string" } as const;

export const versions: Command = {
  usage,
  run: async (args) => {
    const options = { format: string, restore: string, compare: string, office: string };
    const given = readOptions(args, options, usage, 2);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const format = choice(given, "format", ["csv", "json"]);
    const restore = text(given, "restore");
    const compare = text(given, "compare");
    const other = given.positionals[1];
    if (compare === null && other !== undefined)
      throw cliError("argument_unexpected", { value: other, expected: usage });
    if (compare !== null && restore !== null)
      throw cliError("option_wrong", { field: "--restore", value: restore, expected: usage });
    const from = compare === null ? null : idNumber("--compare", compare);
    const to = from === null ? null : idNumber("--compare", needed(other, "--compare A B", usage));
    const release = restore === null ? null : idNumber("--restore", restore);
    await withStore(async (store) => {
      if (from !== null && to !== null)
        return tellChanges(await compareVersions(store, areaId, from, to, Number.MAX_SAFE_INTEGER), format);
      if (release !== null)
        await restoreVersion(store, { areaId, release, office: text(given, "office")?.trim() || null });
      await tellVersions(store, areaId, format);
    });
  },
};

async function tellVersions(store: Store, areaId: string, format: "csv" | "json"): Promise<void> {
  const list = await listVersions(store, areaId);
  if (format === "json") return writeJson(list);
  await write(
    csvLine(["release", "released_at", "office", "restored", "facilities", "residences", "residents", "datasets"]),
  );
  for (const one of list) await write(csvLine(lineOf(one)));
}

function lineOf({ release, releasedAt, office, restored, counts, datasets }: AreaRelease) {
  const held = datasets.map(({ kind, version }) => `${kind}:${version}`).join(" ");
  return [release, releasedAt, office, restored, counts.facilities, counts.residences, counts.residents, held];
}

/** CSV tells rows, one a line; kinds without refs by their versions alone. */
async function tellChanges({ kinds, ...both }: VersionChanges, format: "csv" | "json"): Promise<void> {
  if (format === "json") {
    return writeJson({ from: both.before.release, to: both.after.release, kinds });
  }
  await write(csvLine(["kind", "change", "ref", "name", "lon", "lat", "fields"]));
  for (const { kind, before, after, rows, listed } of kinds) {
    if (rows === null && before?.datasetId !== after?.datasetId)
      await write(
        csvLine([kind, "changed", `${before?.version ?? ""}→${after?.version ?? ""}`, null, null, null, null]),
      );
    for (const { change, ref, name, lon, lat, fields } of listed)
      await write(csvLine([kind, change, ref, name, lon, lat, fields.join(" ")]));
  }
}

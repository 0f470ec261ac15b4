/** `circle areas`: what was imported. @module */
import { listAreas } from "../../store/areas.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { choice, readOptions } from "../options.ts";
import { write, writeJson } from "../output.ts";
import { withStore } from "../with-store.ts";

const usage = "circle areas [--format csv|json]";

export const areas: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, { format: { type: "string" } }, usage, 0);
    const format = choice(given, "format", ["csv", "json"]);
    await withStore(async ({ db }) => {
      const list = await listAreas(db);
      if (format === "json") return writeJson(list);
      await write(
        csvLine([
          "area",
          "name",
          "demo",
          "release",
          "released_at",
          "streets_km",
          "junctions",
          "facilities",
          "residences",
          "households",
          "residents",
          "people_estimated",
          "communities",
          "subdistricts",
        ]),
      );
      for (const { areaId, name, demo, release, releasedAt, counts: c, peopleEstimated } of list) {
        await write(
          csvLine([
            areaId,
            name,
            demo,
            release,
            releasedAt,
            Number(c.streetsKm.toFixed(3)),
            c.junctions,
            c.facilities,
            c.residences,
            c.households,
            c.residents,
            peopleEstimated,
            c.communities,
            c.subdistricts,
          ]),
        );
      }
    });
  },
};

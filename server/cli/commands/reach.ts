/** `circle reach AREA --lon X --lat Y`: what can be walked to from a point. @module */

import { asPoint } from "../../analysis/distances.ts";
import { reachFrom } from "../../analysis/reach.ts";
import { reachAsGeoJson } from "../../analysis/reach-geojson.ts";
import { parseMinutes, shapesFrom } from "../../analysis/reach-shapes.ts";
import type { Command } from "../command.ts";
import { choice, needed, number, readOptions, scenarioOf, text } from "../options.ts";
import { writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle reach AREA --lon X --lat Y [--minutes 15] [--profile adult] [--at "We 22:00"] [--scenario ID]
              [--limits 5,10,15] [--shape nested|bands] [--lines] [--format geojson|json]`;
const string = { type: "string" } as const;

export const reach: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(
      args,
      {
        lon: string,
        lat: string,
        minutes: string,
        profile: string,
        at: string,
        scenario: string,
        format: string,
        limits: string,
        shape: string,
        lines: { type: "boolean" },
      },
      usage,
      1,
    );
    const areaId = needed(given.positionals[0], "AREA", usage);
    const origin = asPoint(number(given, "lon", null, "−180 … 180"), number(given, "lat", null, "−90 … 90"));
    const minutes = number(given, "minutes", 15, "0 … 120");
    const limits = text(given, "limits");
    const asked = {
      minutes: limits === null ? [minutes] : parseMinutes(limits),
      kind: limits === null ? null : choice(given, "shape", ["nested", "bands"]),
      withLines: given.values.lines === true,
    };
    const at = text(given, "at") ?? undefined;
    const scenario = scenarioOf(given);
    const format = choice(given, "format", ["geojson", "json"]);
    await withDesk(async (desk) => {
      const area = await desk.open(areaId, scenario);
      const profile = text(given, "profile") ?? "adult";
      const answer = reachFrom(area, profile, origin, minutes, at);
      const more = shapesFrom(area, profile, origin, asked);
      await writeJson(format === "json" ? { ...answer, ...more } : reachAsGeoJson(answer, more));
    });
  },
};

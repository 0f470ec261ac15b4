/** `circle closure AREA FACILITY`: what happens to people if a facility closes. @module */
import { type ClosureAnswer, closureIn } from "../../analysis/dependence.ts";
import type { AgeGroup } from "../../import/age-groups.ts";
import type { Command } from "../command.ts";
import type { Cell } from "../csv.ts";
import { csvLine } from "../csv.ts";
import { peopleCells, peopleColumns } from "../gap-table.ts";
import { choice, needed, number, readOptions, scenarioOf, text } from "../options.ts";
import { write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle closure AREA FACILITY [--minutes 15] [--profile adult] [--at "We 22:00"] [--scenario ID]
              [--by area|community|facility|residence] [--format csv|json]`;
const string = { type: "string" } as const;

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const closure: Command = {
  usage,
  run: async (args) => {
    const options = { minutes: string, profile: string, at: string, scenario: string, by: string, format: string };
    const given = readOptions(args, options, usage, 2);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const question = {
      facility: needed(given.positionals[1], "FACILITY", usage),
      minutes: number(given, "minutes", 15, "0 … 120"),
      profile: text(given, "profile") ?? "adult",
      at: text(given, "at") ?? undefined,
    };
    const scenario = scenarioOf(given);
    const by = choice(given, "by", ["area", "community", "facility", "residence"]);
    const format = choice(given, "format", ["csv", "json"]);
    await withDesk(async (desk) => {
      const area = await desk.open(areaId, scenario);
      const answer = closureIn(area, question, 0, Infinity);
      if (format === "json") return writeJson(answer);
      const { columns, rows } = tables[by](answer, [...area.content.residences.ages.keys()]);
      await write(csvLine(columns));
      for (const row of rows) await write(csvLine(row));
    });
  },
};

const tables: Record<
  "area" | "community" | "facility" | "residence",
  (answer: ClosureAnswer, ages: readonly AgeGroup[]) => Table
> = {
  area: ({ facility, category, minutes, pins, users, stay, lose, unsure }, ages) => ({
    columns: [
      ...["facility", "name", "category", "profile", "minutes"],
      ...peopleColumns("users_", ages),
      ...peopleColumns("stay_", ages),
      ...peopleColumns("lose_", ages),
      ...peopleColumns("unsure_", ages),
    ],
    rows: [
      [
        ...[facility.ref, facility.name, category, pins.profile, minutes],
        ...[users, stay, lose, unsure].flatMap((people) => peopleCells(people, ages)),
      ],
    ],
  }),
  community: ({ communities }, ages) => ({
    columns: ["ref", "name", ...["users_", "lose_", "unsure_"].flatMap((prefix) => peopleColumns(prefix, ages))],
    rows: communities.map(({ ref, name, users, lose, unsure }) => [
      ref,
      name,
      ...[users, lose, unsure].flatMap((people) => peopleCells(people, ages)),
    ]),
  }),
  facility: ({ turnTo }, ages) => ({
    columns: [
      ...["ref", "name", "mean_extra_seconds"],
      ...["stay_", "lose_", "unsure_"].flatMap((prefix) => peopleColumns(prefix, ages)),
    ],
    rows: turnTo.map(({ facility, meanExtraSeconds, stay, lose, unsure }) => [
      facility?.ref ?? null,
      facility?.name ?? null,
      meanExtraSeconds,
      ...[stay, lose, unsure].flatMap((people) => peopleCells(people, ages)),
    ]),
  }),
  residence: ({ items }) => ({
    columns: [
      ...["ref", "lon", "lat", "community", "households", "residents", "estimated", "verdict", "reason"],
      ...["before_seconds", "next_facility", "next_seconds", "extra_seconds"],
    ],
    rows: items.map((row) => [
      ...[row.ref, ...row.position, row.community, row.households, row.residents, row.estimated],
      ...[row.verdict, row.reason, row.beforeSeconds],
      ...[row.next?.facility.ref ?? null, row.next?.seconds ?? null, row.next?.extraSeconds ?? null],
    ]),
  }),
};

/** `circle distances AREA --pairs FILE.csv`: the walk of every pair, in the order of the file. @module */
import { distancesFor, type PairOfPoints } from "../../analysis/distances.ts";
import type { Words } from "../../base/errors.ts";
import { readTable } from "../../import/tables/read-table.ts";
import { REASONS } from "../../import/write-refusals.ts";
import type { Command } from "../command.ts";
import { type Cell, csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, needed, readOptions, scenarioOf, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = "circle distances AREA --pairs FILE.csv [--profile adult] [--scenario ID] [--format csv|json]";
const COLUMNS = ["from_lon", "from_lat", "to_lon", "to_lat"] as const;
const ADDED = ["status", "network_m", "from_offset_m", "to_offset_m", "total_m", "seconds"] as const;
const string = { type: "string" } as const;

export const distances: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, { pairs: string, profile: string, scenario: string, format: string }, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const path = needed(text(given, "pairs"), "--pairs", usage);
    const scenario = scenarioOf(given);
    const format = choice(given, "format", ["csv", "json"]);
    const { file, header, records, columns, refusals } = await readPairs(path);
    for (const { row, reason, value } of refusals)
      sayOfRow(file, row, REASONS[reason] ?? { zh: reason, en: reason }, value);
    const pairs = records.map(
      ({ cells }) => columns.map((column) => coordinate(cells[column])) as unknown as PairOfPoints,
    );
    await withDesk(async (desk) => {
      const area = await desk.open(areaId, scenario);
      const { items, pins } = await distancesFor(area, text(given, "profile") ?? "adult", pairs);
      items.forEach(({ status }, i) => {
        const { row, cells } = records[i];
        if (status === "invalid_coordinates")
          sayOfRow(file, row, INVALID, columns.map((column) => cells[column]).join(", "));
      });
      if (format === "json") return writeJson({ items, pins });
      await write(csvLine([...header, ...ADDED]));
      for (const [i, { status, networkM, fromOffsetM, toOffsetM, totalM, seconds }] of items.entries()) {
        const cells: Cell[] = [
          ...records[i].cells,
          status,
          networkM,
          fromOffsetM,
          toOffsetM,
          totalM,
          seconds === null ? null : Number(seconds.toFixed(3)),
        ];
        await write(csvLine(cells));
      }
    });
  },
};

const INVALID: Words = {
  zh: "坐标无效，应为经度 −180…180、纬度 −90…90 的数字",
  en: "no valid coordinates; expected numbers, longitude −180…180 and latitude −90…90",
};

function sayOfRow(file: string, row: number | null, { zh, en }: Words, value: string | null): void {
  say(speaks() === "zh" ? `文件 ${file} 第 ${row} 行：${zh}：${value}` : `${file}, row ${row}: ${en}: ${value}`);
}

async function readPairs(path: string) {
  const table = await readTable(path);
  const names = table.header.map((name) => name.trim().toLowerCase());
  const columns = COLUMNS.map((name) => {
    const column = names.indexOf(name);
    if (column < 0)
      throw cliError("pairs_column_missing", {
        file: table.file,
        field: name,
        value: table.header.join(", "),
        expected: COLUMNS.join(", "),
      });
    return column;
  });
  return { ...table, columns };
}

/** NaN for what is no number: that pair is answered as `invalid_coordinates`, the others are walked. */
function coordinate(cell: string | undefined): number {
  return cell === undefined || cell.trim() === "" ? Number.NaN : Number(cell);
}

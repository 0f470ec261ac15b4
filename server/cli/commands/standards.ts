/** `circle standards AREA`: what each community has, lacks and is owed under a pack of standards, by the map and a table of facts. @module */
import { loadPacks, packNamed } from "../../analysis/standard-packs.ts";
import { findingAnswer, findingsOf, templateOf } from "../../analysis/standards.ts";
import { readTable } from "../../import/tables/read-table.ts";
import { dueDate } from "../../standards/dates.ts";
import { standardsError } from "../../standards/errors.ts";
import { FACT_COLUMNS, type FactColumn, type FactLine } from "../../standards/facts/read-facts.ts";
import { milestonesOf } from "../../standards/findings/milestones.ts";
import { paymentsOf } from "../../standards/money/pay.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { speaks } from "../language.ts";
import { choice, needed, readOptions, text, texts } from "../options.ts";
import { write, writeJson } from "../output.ts";
import { STANDARDS_VIEWS, standardsLines } from "../standards-table.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle standards AREA --pack ID [--as-of 2015-07-01] [--street NAME] [--facts FILE] [--set NAME=VALUE…]
              [--by finding|lacking|matrix|milestone|money|name] [--format csv|json] [--template]`;
const string = { type: "string" } as const;

export const standards: Command = {
  usage,
  run: async (args) => {
    const options = {
      pack: string,
      "as-of": string,
      street: string,
      facts: string,
      set: { type: "string", multiple: true },
      profile: string,
      by: string,
      format: string,
      template: { type: "boolean" },
    } as const;
    const given = readOptions(args, options, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const pack = packNamed(await loadPacks(), needed(text(given, "pack"), "--pack", usage));
    const by = choice(given, "by", STANDARDS_VIEWS);
    const format = choice(given, "format", ["csv", "json"]);
    const facts = text(given, "facts");
    const question = {
      asOf: dueDate(text(given, "as-of") ?? new Date().toISOString().slice(0, 10)),
      profile: text(given, "profile") ?? "adult",
      within: text(given, "street") ?? undefined,
      settings: settingsOf(texts(given, "set")),
      facts: facts === null ? [] : await factLines(facts),
    };
    await withDesk(async (desk) => {
      const area = await desk.open(areaId);
      if (given.values.template === true) {
        const { header, rows } = templateOf(area, pack, question);
        for (const row of [header, ...rows]) await write(csvLine(row));
        return;
      }
      const found = findingsOf(area, pack, question);
      if (format === "json") {
        const { context } = found;
        const findings = found.findings.map((one) => findingAnswer(found, one));
        return writeJson({
          pack: pack.head.id,
          asOf: question.asOf,
          findings,
          milestones: milestonesOf(context),
          payments: paymentsOf(context),
        });
      }
      for (const line of standardsLines(found, by, speaks())) await write(line);
    });
  },
};

/** `reach_share=0.9` and `life_grants=both`: what reads as a number is one. */
function settingsOf(given: readonly string[]): Record<string, number | string> {
  return Object.fromEntries(
    given.map((pair) => {
      const [name, ...rest] = pair.split("=");
      const value = rest.join("=");
      return [name, /^\d+(\.\d+)?$/.test(value) ? Number(value) : value];
    }),
  );
}

async function factLines(path: string): Promise<FactLine[]> {
  const mapping = Object.fromEntries(Object.values(FACT_COLUMNS).map((header) => [header, header]));
  const { file, header, records, refusals } = await readTable(path, { mapping });
  const [broken] = refusals;
  if (broken !== undefined)
    throw standardsError("facts_refused", {
      count: refusals.length,
      row: broken.row,
      column: broken.reason,
      value: broken.value,
      expected: broken.expected,
    });
  const columns = Object.keys(FACT_COLUMNS) as FactColumn[];
  const at = columns.map((column) => header.indexOf(FACT_COLUMNS[column]));
  const missing = columns.filter((_, i) => at[i] < 0).map((column) => FACT_COLUMNS[column]);
  if (missing.length > 0)
    throw standardsError("facts_columns_missing", { file, value: header.join("、"), expected: missing.join("、") });
  return records.map(
    ({ row, cells }) =>
      ({ row, ...Object.fromEntries(columns.map((column, i) => [column, cells[at[i]]])) }) as FactLine,
  );
}

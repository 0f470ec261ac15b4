/** `circle standards AREA`: what each community has, lacks and is owed under a pack of standards, and tables into its register. @module */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setSettings } from "../../analysis/register/district-settings.ts";
import { factLines } from "../../analysis/register/fact-lines.ts";
import {
  importFacts,
  importPrices,
  importUnits,
  type TableOrder,
  type TableOutcome,
} from "../../analysis/register/import-tables.ts";
import { openFindings } from "../../analysis/register/open-findings.ts";
import { openTemplate } from "../../analysis/register/open-template.ts";
import { settingsOf } from "../../analysis/register/settings.ts";
import { packNamed, shippedPacks } from "../../analysis/standard-packs.ts";
import { findingAnswer } from "../../analysis/standards.ts";
import { dayInChina } from "../../base/day.ts";
import { standardsBook } from "../../export/standards-book.ts";
import { dueDate } from "../../standards/dates.ts";
import { type FactLine, refusedTable } from "../../standards/facts/read-facts.ts";
import { milestonesOf } from "../../standards/findings/milestones.ts";
import { paymentsOf } from "../../standards/money/pay.ts";
import { restoreRegister } from "../../store/register/restore-register.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, type Given, needed, readOptions, text, texts } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { STANDARDS_VIEWS, standardsLines } from "../standards-table.ts";
import { withDesk } from "../with-store.ts";
import { writeWhole } from "../write-whole.ts";

const usage = `circle standards AREA --pack ID [--as-of 2015-07-01] [--street NAME] [--facts FILE] [--set NAME=VALUE…] [--register N]
              [--by finding|lacking|matrix|milestone|money|name|setting] [--format csv|json] [--template | --price-template]
              [--workbook FILE.xlsx]
       circle standards AREA --pack ID --import FILE [--office NAME] [--dry-run]
       circle standards AREA --pack ID --import-prices FILE [--office NAME] [--dry-run]
       circle standards AREA --pack ID --import-units FILE [--office NAME] [--dry-run]
       circle standards AREA --pack ID --keep NAME=VALUE… --office NAME   (NAME= takes it back)
       circle standards AREA --pack ID --restore N [--office NAME]`;
const string = { type: "string" } as const;
const boolean = { type: "boolean" } as const;

export const standards: Command = {
  usage,
  run: async (args) => {
    const options = {
      pack: string,
      "as-of": string,
      street: string,
      facts: string,
      set: { type: "string", multiple: true },
      register: string,
      profile: string,
      by: string,
      format: string,
      template: boolean,
      "price-template": boolean,
      workbook: string,
      import: string,
      "import-prices": string,
      "import-units": string,
      keep: { type: "string", multiple: true },
      restore: string,
      office: string,
      "dry-run": boolean,
    } as const;
    const given = readOptions(args, options, usage, 1);
    const areaId = needed(given.positionals[0], "AREA", usage);
    const pack = packNamed(await shippedPacks(), needed(text(given, "pack"), "--pack", usage));
    const by = choice(given, "by", STANDARDS_VIEWS);
    const format = choice(given, "format", ["csv", "json"]);
    const facts = text(given, "facts");
    const version = text(given, "register");
    const question = {
      asOf: dueDate(text(given, "as-of") ?? dayInChina(new Date())),
      profile: text(given, "profile") ?? "adult",
      within: text(given, "street") ?? undefined,
      settings: settingsOf(texts(given, "set")),
      register: version === null ? undefined : versionOf("--register", version),
      facts: facts === null ? [] : await linesOf(facts),
    };
    assertOneChange(given);
    const kept = Object.entries(settingsOf(texts(given, "keep"))).map(([parameter, value]) => ({
      parameter,
      value: value === "" ? null : value,
    }));
    const named = officeOf(text(given, "office"));
    const office = kept.length > 0 ? needed(named, "--office", usage) : named;
    const restored = text(given, "restore");
    const earlier = restored === null ? null : versionOf("--restore", restored);
    const order = async (path: string): Promise<TableOrder> => ({
      areaId,
      file: basename(path),
      bytes: await bytesOf(path),
      office,
      dryRun: given.values["dry-run"] === true,
    });
    await withDesk(async (desk, store, _, { rules }) => {
      const hands = { desk, store, rules };
      if (kept.length > 0) return writeJson(await setSettings(hands, areaId, pack, kept, office ?? ""));
      if (earlier !== null) {
        await desk.release(areaId);
        return writeJson(await restoreRegister(store.db, { areaId, version: earlier, office }));
      }
      const units = text(given, "import-units");
      if (units !== null) return tellOutcome(await importUnits(hands, pack, await order(units)));
      const table = text(given, "import");
      if (table !== null) return tellOutcome(await importFacts(hands, pack, await order(table)));
      const prices = text(given, "import-prices");
      if (prices !== null) return tellOutcome(await importPrices(hands, pack, await order(prices)));
      const isPrices = given.values["price-template"] === true;
      if (given.values.template === true || isPrices) {
        const table = isPrices ? "prices" : "facts";
        const { header, rows } = await openTemplate(hands, areaId, pack, { ...question, table });
        for (const row of [header, ...rows]) await write(csvLine([...row]));
        return;
      }
      const found = await openFindings(hands, areaId, pack, question);
      const workbook = text(given, "workbook");
      if (workbook !== null) {
        const release = await desk.release(areaId);
        const context = { release, language: speaks(), street: question.within ?? null };
        await writeWhole(workbook, standardsBook(found, context));
        return say({ zh: `已写入 ${workbook}`, en: `${workbook} is written` }[speaks()]);
      }
      if (format === "json") {
        const { context, pins } = found;
        const findings = found.findings.map((one) => findingAnswer(found, one));
        return writeJson({
          pack: pack.head.id,
          asOf: question.asOf,
          pins,
          findings,
          milestones: milestonesOf(context),
          payments: paymentsOf(context),
        });
      }
      for (const line of standardsLines(found, by, speaks())) await write(line);
    });
  },
};

/** Every cell at fault is told before the whole is refused. */
async function tellOutcome({ refusals, names, ...taken }: TableOutcome): Promise<void> {
  if (refusals.length === 0) return writeJson(taken);
  for (const { row, column, value, expected } of refusals) {
    say(
      speaks() === "zh"
        ? `第 ${row} 行“${column}”为“${value}”，应为 ${expected}`
        : `row ${row}, ${column} is “${value}”, expected ${expected}`,
    );
  }
  if (names.length > 0)
    say(
      speaks() === "zh"
        ? `${names.length} 个名称待人工确认：circle standards … --by name`
        : `${names.length} names wait for a person: circle standards … --by name`,
    );
  throw refusedTable(refusals);
}

/** Options that write to the register: one at a time, so that none is left undone. */
const TABLES = ["import", "import-prices", "import-units"];
const CHANGES = [...TABLES, "keep", "restore"];
/** As the register keeps it. */
const OFFICE_CHARACTERS = 100;

function assertOneChange(given: Given): void {
  const [first, second] = CHANGES.filter((name) => given.values[name] !== undefined);
  if (second !== undefined) throw cliError("options_exclusive", { field: `--${first}`, value: `--${second}` });
  if (given.values["dry-run"] !== true || TABLES.includes(first)) return;
  if (first !== undefined) throw cliError("options_exclusive", { field: `--${first}`, value: "--dry-run" });
  throw cliError("option_without_file", { field: "--dry-run", expected: TABLES.map((name) => `--${name}`).join(", ") });
}

/** @returns null where none is given */
function officeOf(raw: string | null): string | null {
  const office = raw?.trim() ?? null;
  if (office !== null && (office === "" || office.length > OFFICE_CHARACTERS))
    throw cliError("option_wrong", {
      field: "--office",
      value: raw,
      expected: `1 … ${OFFICE_CHARACTERS} 字 / characters`,
    });
  return office;
}

function versionOf(field: string, raw: string): number {
  if (!/^\d{1,9}$/.test(raw)) throw cliError("option_wrong", { field, value: raw, expected: "0, 1, 2 …" });
  return Number(raw);
}

async function linesOf(path: string): Promise<readonly FactLine[]> {
  const { lines, broken } = await factLines(await bytesOf(path), basename(path));
  if (broken.length > 0) throw refusedTable(broken);
  return lines;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw cliError("file_missing", { file: path });
  }
}

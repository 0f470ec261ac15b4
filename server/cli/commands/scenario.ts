/** `circle scenario`: what would be if; tried out from a file, saved, listed, shown, changed and removed. @module */
import { readFile } from "node:fs/promises";
import type { CoverageQuestion } from "../../analysis/coverage.ts";
import type { Desk } from "../../analysis/desk.ts";
import type { OpenArea } from "../../analysis/open-area.ts";
import { openChanges } from "../../analysis/scenario-area.ts";
import { Effect } from "../../analysis/scenario-effect.ts";
import { makeScenario, replaceScenario, type ScenarioAnswer, showScenario } from "../../analysis/scenarios.ts";
import { readChanges } from "../../coverage/scenario/read-changes.ts";
import type { Store } from "../../store/open.ts";
import { scenarioPage } from "../../store/scenarios.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { EFFECT_LEVELS, effectTable } from "../effect-table.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { choice, type Given, idNumber, needed, number, readOptions, text } from "../options.ts";
import { say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const usage = `circle scenario AREA --file changes.json [--save NAME] [--category C] [--minutes 15] [--profile adult] [--at "We 22:00"]
              [--by community|area|subdistrict|residence|cell] [--format csv|json]
circle scenario effect ID --category C [--minutes 15] [--profile adult] [--at "We 22:00"] [--by …] [--format csv|json]
circle scenario list AREA ; circle scenario show ID
circle scenario change ID --revision N --file changes.json --save NAME ; circle scenario remove ID --revision N`;
const string = { type: "string" } as const;
const OPTIONS = {
  file: string,
  save: string,
  revision: string,
  category: string,
  minutes: string,
  profile: string,
  at: string,
  by: string,
  format: string,
};
const PAGE = 1000;

export const scenario: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, OPTIONS, usage, 2);
    const [verb, subject] = given.positionals;
    const run = Object.hasOwn(VERBS, verb ?? "") ? VERBS[verb as keyof typeof VERBS] : null;
    if (run === null && subject !== undefined)
      throw cliError("argument_unexpected", { value: subject, expected: usage });
    const work =
      run === null ? await tryOut(needed(verb, "AREA", usage), given) : await run(needed(subject, "ID", usage), given);
    await withDesk(work);
  },
};

/** What is wrong with the command line is said before the store is opened. */
type Work = (desk: Desk, store: Store) => Promise<void>;

const VERBS = {
  list:
    async (areaId: string): Promise<Work> =>
    async (desk, store) => {
      await desk.release(areaId);
      await write(csvLine(["id", "name", "revision", "release", "changes", "created_at", "updated_at"]));
      for (let after = 0; ; ) {
        const rows = await scenarioPage(store.db, areaId, { after, limit: PAGE }).execute();
        for (const { id, name, revision, release, changes, createdAt, updatedAt } of rows)
          await write(csvLine([id, name, revision, release, changes.length, createdAt, updatedAt]));
        if (rows.length < PAGE) return;
        after = rows[PAGE - 1].id;
      }
    },
  show:
    async (id: string): Promise<Work> =>
    async (desk) =>
      writeJson(told(await showScenario(desk, idNumber("ID", id)))),
  effect: async (id: string, given: Given): Promise<Work> => {
    const question = questionOf(given, needed(text(given, "category"), "--category", usage));
    return async (desk) => {
      const { area, stale } = told(await showScenario(desk, idNumber("ID", id)));
      for (const { index, detail } of stale) say(`changes[${index}]: ${detail}`);
      await print(await desk.open(area, idNumber("ID", id)), question, given);
    };
  },
  change: async (id: string, given: Given): Promise<Work> => {
    const name = needed(text(given, "save"), "--save", usage);
    const revision = number(given, "revision", null, "1 …");
    const changes = await changesIn(needed(text(given, "file"), "--file", usage));
    return async (desk) =>
      writeJson(told(await replaceScenario(desk, idNumber("ID", id), revision, { name, changes })));
  },
  remove: async (id: string, given: Given): Promise<Work> => {
    const revision = number(given, "revision", null, "1 …");
    return (desk) => desk.scenarios.remove(idNumber("ID", id), revision);
  },
};

/** The effect where a category is named, and the scenario itself where it is only saved. */
async function tryOut(areaId: string, given: Given): Promise<Work> {
  const category = text(given, "category");
  const name = text(given, "save");
  if (name === null) needed(category, "--category", usage);
  const question = category === null ? null : questionOf(given, category);
  const changes = await changesIn(needed(text(given, "file"), "--file", usage));
  return async (desk) => {
    const made = name === null ? null : await makeScenario(desk, areaId, { name, changes });
    if (made !== null) say(SAVED[speaks()].replace("{id}", String(made.scenario.id)));
    if (made !== null && question === null) return writeJson(told(made));
    const area = made?.area ?? openChanges(await desk.open(areaId), readChanges(changes), desk.isCategory);
    if (question !== null) await print(area, question, given);
  };
}

const SAVED = { zh: "方案已保存，编号 {id}", en: "saved as scenario {id}" };

async function print(area: OpenArea, question: CoverageQuestion, given: Given): Promise<void> {
  const effect = new Effect(area, question);
  const { columns, rows } = effectTable(effect, choice(given, "by", EFFECT_LEVELS), area.content.areaId);
  if (choice(given, "format", ["csv", "json"]) === "csv") {
    for (const row of [columns, ...rows]) await write(csvLine(row));
    return;
  }
  const items = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  await writeJson({ ...effect.head(), items });
}

function questionOf(given: Given, category: string): CoverageQuestion {
  choice(given, "by", EFFECT_LEVELS);
  choice(given, "format", ["csv", "json"]);
  return {
    category,
    profile: text(given, "profile") ?? "adult",
    minutes: number(given, "minutes", 15, "0 … 120"),
    at: text(given, "at") ?? undefined,
  };
}

async function changesIn(file: string): Promise<unknown> {
  const content = await readFile(file, "utf8").catch(() => {
    throw cliError("file_missing", { file });
  });
  try {
    return JSON.parse(content);
  } catch (error) {
    throw cliError("json_malformed", { file, value: (error as Error).message });
  }
}

function told({ scenario: saved, currentRelease, touched, stale }: ScenarioAnswer) {
  const { id, areaId, name, revision, release, createdAt, updatedAt, changes } = saved;
  return {
    id,
    area: areaId,
    name,
    revision,
    release,
    currentRelease,
    createdAt,
    updatedAt,
    changes,
    touched,
    stale: stale.map(({ index, error }) => ({ index, code: error.code, detail: error.words[speaks()] })),
  };
}

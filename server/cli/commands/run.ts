/** `circle run AREA`, `circle runs AREA`, `circle compare BEFORE AFTER`: analyses that are kept. @module */
import { CoverageRuns } from "../../runs/coverage-runs.ts";
import type { Command } from "../command.ts";
import { csvLine } from "../csv.ts";
import { choice, needed, number, numbers, readOptions, scenarioOf, text, texts } from "../options.ts";
import { progressLine, say, write, writeJson } from "../output.ts";
import { withDesk } from "../with-store.ts";

const string = { type: "string" } as const;
const list = { type: "string", multiple: true } as const;
const COMPUTING = { zh: "计算步行与覆盖", en: "Computing walks and coverage" };

const runUsage = `circle run AREA [--category C …] [--minutes M …] [--profile P …] [--at "We 22:00"] [--scenario ID]`;

/** Prints the result as it is kept, byte for byte. */
export const run: Command = {
  usage: runUsage,
  run: async (args) => {
    const given = readOptions(
      args,
      { category: list, minutes: list, profile: list, at: string, scenario: string },
      runUsage,
      1,
    );
    const areaId = needed(given.positionals[0], "AREA", runUsage);
    const orAll = (values: readonly string[]) => (values.length > 0 ? values : null);
    await withRuns(async (runs) => {
      const onInterrupt = () => void runs.cancelAll();
      process.once("SIGINT", onInterrupt);
      const started = await runs.start(areaId, {
        categories: orAll(texts(given, "category")),
        profiles: orAll(texts(given, "profile")) ?? ["adult"],
        minutes: numbers(given, "minutes", [5, 10, 15], "0 … 120"),
        at: text(given, "at"),
        scenario: scenarioOf(given) ?? null,
      });
      say(started.id);
      const tell = progressLine();
      const { problem } = await runs.ended(started.id, (fraction) => tell(fraction, COMPUTING));
      process.off("SIGINT", onInterrupt);
      if (problem) throw problem;
      await write(`${(await runs.result(started.id)).text}\n`);
    });
  },
};

const runsUsage = "circle runs AREA [--format csv|json]";

export const runs: Command = {
  usage: runsUsage,
  run: async (args) => {
    const given = readOptions(args, { format: string }, runsUsage, 1);
    const areaId = needed(given.positionals[0], "AREA", runsUsage);
    const format = choice(given, "format", ["csv", "json"]);
    await withRuns(async (kept) => {
      const all = await kept.list(areaId, 0, Number.MAX_SAFE_INTEGER);
      if (format === "json") return writeJson(all);
      await write(
        csvLine([
          "run",
          "state",
          "release",
          "created_at",
          "ended_at",
          "categories",
          "profiles",
          "minutes",
          "at",
          "scenario",
          "sha256",
        ]),
      );
      for (const { id, state, release, createdAt, endedAt, question: q, sha256 } of all) {
        await write(
          csvLine([
            id,
            state,
            release,
            createdAt,
            endedAt,
            q.categories.length,
            q.profiles.join(" "),
            q.minutes.join(" "),
            q.at,
            q.scenario,
            sha256,
          ]),
        );
      }
    });
  },
};

const compareUsage = "circle compare BEFORE AFTER --category C [--minutes 15] [--profile adult]";

export const compare: Command = {
  usage: compareUsage,
  run: async (args) => {
    const given = readOptions(args, { category: string, minutes: string, profile: string }, compareUsage, 2);
    const before = needed(given.positionals[0], "BEFORE", compareUsage);
    const after = needed(given.positionals[1], "AFTER", compareUsage);
    const category = needed(text(given, "category"), "--category", compareUsage);
    const minutes = number(given, "minutes", 15, "0 … 120");
    await withRuns(async (kept) =>
      writeJson(await kept.compare(before, after, text(given, "profile") ?? "adult", category, minutes)),
    );
  },
};

async function withRuns(work: (runs: CoverageRuns) => Promise<void>): Promise<void> {
  await withDesk(async (desk, store) => {
    const runs = new CoverageRuns(store, desk, (error) =>
      say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    try {
      await work(runs);
    } finally {
      await runs.cancelAll();
    }
  });
}

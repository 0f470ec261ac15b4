/** Which tests there are and how they run: light ones side by side, heavy ones one or two files at a time. @module */
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { ClosingReport } from "./test/support/report.ts";

/** Reads files only; no database and no browser is offered. */
const light = { pool: "threads", maxWorkers: "100%", testTimeout: 60_000, sequence: { groupOrder: 0 } } as const;

/**
 * A suite that opens databases or a browser, after the groups of a lower order.
 *
 * @param maxWorkers files side by side; a suite with its own stores waits for its disk and its server half of the time
 */
function heavy(
  name: string,
  groupOrder: number,
  maxWorkers: number,
  alsoSetUp: readonly string[] = [],
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ["./test/support/global-setup.ts", ...alsoSetUp],
      pool: "forks",
      maxWorkers,
      testTimeout: 180_000,
      hookTimeout: 240_000,
      sequence: { groupOrder },
    },
  };
}

/** Files of a process share what is slow to make: modules, compiled databases, services that are only read. */
const api = heavy("api", 1, 2);
api.test = { ...api.test, isolate: false };

export default defineConfig({
  test: {
    reporters: ["default", new ClosingReport()],
    // Golden files are written by `npm run bless` alone.
    update: "none",
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          setupFiles: "./test/support/worker-global.ts",
          ...light,
        },
      },
      { test: { name: "architecture", include: ["test/*.test.ts"], ...light } },
      heavy("db", 1, 2),
      api,
      heavy("browser", 2, 1, ["./test/support/console-setup.ts"]),
    ],
  },
});

/** Which tests there are and how they run: light ones side by side, then the heavy ones, three files at a time. @module */
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { ClosingReport } from "./test/support/report.ts";

/** Reads files only; no database and no browser is offered. */
const light = { pool: "threads", maxWorkers: "100%", testTimeout: 60_000, sequence: { groupOrder: 0 } } as const;

/** Suites that open databases or a browser, all in one row: each waits for its disk, server or page half of the time. */
function heavy(name: string, alsoSetUp: readonly string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ["./test/support/global-setup.ts", ...alsoSetUp],
      pool: "forks",
      maxWorkers: 3,
      testTimeout: 180_000,
      hookTimeout: 240_000,
      sequence: { groupOrder: 1 },
    },
  };
}

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
      heavy("db"),
      heavy("api"),
      heavy("browser", ["./test/support/console-setup.ts"]),
    ],
  },
});
